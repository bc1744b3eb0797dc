package io.raftbed.linearizability;

import io.raftbed.linearizability.model.CasRegister;
import io.raftbed.linearizability.model.Kv;
import io.raftbed.linearizability.model.KvInput;
import io.raftbed.linearizability.model.KvOutput;
import io.raftbed.linearizability.model.KvVersioned;
import io.raftbed.linearizability.model.RegisterInput;
import io.raftbed.linearizability.model.RegisterInput.CompareAndSet;
import io.raftbed.linearizability.model.RegisterOutput;
import io.raftbed.linearizability.model.SetInput;
import io.raftbed.linearizability.model.SetModel;
import io.raftbed.linearizability.model.SetOutput;
import io.raftbed.linearizability.model.VersionedInput;
import io.raftbed.linearizability.model.VersionedOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Samples of which each input is drawn at most once: of the shapes that procedures decide. */
final class Shapes {

  private Shapes() {}

  /** Compare-and-sets along one chain, and some that clash with it. */
  static RandomHistories<?, ?, ?> casChain() {
    return cas(
        List.of(
            new CompareAndSet<>(0, 1),
            new CompareAndSet<>(1, 2),
            new CompareAndSet<>(2, 3),
            new CompareAndSet<>(0, 4),
            new CompareAndSet<>(1, 1)));
  }

  /** Compare-and-sets along several chains, each begun by a write; two go round in a circle. */
  static RandomHistories<?, ?, ?> casChains() {
    return cas(
        List.of(
            new RegisterInput.Write<>(1),
            new CompareAndSet<>(1, 2),
            new RegisterInput.Write<>(3),
            new CompareAndSet<>(3, 4),
            new CompareAndSet<>(0, 5),
            new CompareAndSet<>(6, 7),
            new CompareAndSet<>(7, 6)));
  }

  private static RandomHistories<?, ?, ?> cas(List<RegisterInput<Integer>> updates) {
    List<RegisterInput<Integer>> inputs = new ArrayList<>(updates);
    Stream.generate(() -> new RegisterInput.Read<Integer>()).limit(3).forEach(inputs::add);
    List<RegisterOutput<Integer>> outputs = new ArrayList<>();
    for (int value = 0; value <= 5; value++) {
      outputs.add(new RegisterOutput.Value<>(value));
    }
    outputs.add(new RegisterOutput.NotRecorded<>());
    outputs.add(new RegisterOutput.Written<>());
    outputs.add(new RegisterOutput.Mismatch<>());
    return new RandomHistories<>(new CasRegister<>(0), inputs, outputs, true);
  }

  static RandomHistories<?, ?, ?> versions() {
    List<VersionedInput> inputs =
        List.of(
            new VersionedInput.Get("k"),
            new VersionedInput.Get("k"),
            new VersionedInput.Get("k"),
            new VersionedInput.Put("k", "a", 0),
            new VersionedInput.Put("k", "b", 0),
            new VersionedInput.Put("k", "c", 1),
            new VersionedInput.Put("k", "d", 1),
            new VersionedInput.Put("k", "e", 2));
    return versioned(
        inputs,
        List.of(
            new VersionedOutput.Value("a", 1),
            new VersionedOutput.Value("b", 1),
            new VersionedOutput.Value("c", 2),
            new VersionedOutput.Value("d", 2),
            new VersionedOutput.Value("e", 3)),
        true);
  }

  /** A key with versions; what may be seen of it is in a list. */
  static RandomHistories<?, ?, ?> versioned(
      List<VersionedInput> inputs, List<VersionedOutput> seen, boolean distinct) {
    List<VersionedOutput> outputs =
        new ArrayList<>(
            List.of(
                new VersionedOutput.Done(),
                new VersionedOutput.Maybe(),
                new VersionedOutput.NoKey(),
                new VersionedOutput.VersionMismatch()));
    outputs.addAll(seen);
    return new RandomHistories<>(new KvVersioned(), inputs, outputs, distinct);
  }

  static RandomHistories<?, ?, ?> puts() {
    return kv(
        List.of(new KvInput.Put("k", "a"), new KvInput.Put("k", "b"), new KvInput.Put("k", "c")),
        List.of("", "a", "b", "c"));
  }

  /** Pieces that can be told from each other, and one that looks like two others. */
  static RandomHistories<?, ?, ?> pieces() {
    return kv(
        List.of(
            new KvInput.Append("k", "a"),
            new KvInput.Append("k", "b"),
            new KvInput.Append("k", "ab"),
            new KvInput.Append("k", "cc")),
        List.of(
            "", "a", "b", "ab", "aab", "aba", "abb", "bab", "ba", "cc", "acc", "cca", "bcc", "ccb",
            "abcc"));
  }

  private static RandomHistories<?, ?, ?> kv(List<KvInput> updates, List<String> texts) {
    List<KvInput> inputs = new ArrayList<>(updates);
    Stream.generate(() -> new KvInput.Get("k")).limit(4).forEach(inputs::add);
    List<KvOutput> outputs = new ArrayList<>();
    outputs.add(new KvOutput.Done());
    texts.forEach(text -> outputs.add(new KvOutput.Value(text)));
    return new RandomHistories<>(new Kv(), inputs, outputs, true);
  }

  /** A set of which nobody asks for the whole. */
  static RandomHistories<?, ?, ?> members() {
    List<SetInput<Integer>> inputs =
        List.of(
            new SetInput.Add<>(1),
            new SetInput.Add<>(1),
            new SetInput.Add<>(2),
            new SetInput.Remove<>(1),
            new SetInput.Remove<>(1),
            new SetInput.Remove<>(2),
            new SetInput.Contains<>(1),
            new SetInput.Contains<>(1),
            new SetInput.Contains<>(1),
            new SetInput.Contains<>(2));
    List<SetOutput<Integer>> outputs =
        List.of(
            new SetOutput.Done<>(), new SetOutput.Answer<>(true), new SetOutput.Answer<>(false));
    return new RandomHistories<>(new SetModel<>(), inputs, outputs, true);
  }
}
