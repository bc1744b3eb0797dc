package io.raftbed.linearizability;

import io.raftbed.linearizability.model.CasRegister;
import io.raftbed.linearizability.model.CollectionInput;
import io.raftbed.linearizability.model.CollectionOutput;
import io.raftbed.linearizability.model.Counter;
import io.raftbed.linearizability.model.Kv;
import io.raftbed.linearizability.model.KvInput;
import io.raftbed.linearizability.model.KvOutput;
import io.raftbed.linearizability.model.MultiRegister;
import io.raftbed.linearizability.model.Mutex;
import io.raftbed.linearizability.model.Queue;
import io.raftbed.linearizability.model.Register;
import io.raftbed.linearizability.model.RegisterInput;
import io.raftbed.linearizability.model.RegisterOutput;
import io.raftbed.linearizability.model.SetInput;
import io.raftbed.linearizability.model.SetModel;
import io.raftbed.linearizability.model.SetOutput;
import io.raftbed.linearizability.model.Stack;
import io.raftbed.linearizability.model.VersionedInput;
import io.raftbed.linearizability.model.VersionedOutput;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Models with inputs and outputs to draw from, small enough that values meet often. */
enum Samples {
  REGISTER,
  REGISTER_DISTINCT,
  CAS_REGISTER,
  CAS_CHAIN,
  CAS_CHAINS,
  MULTI_REGISTER,
  KV,
  KV_APPENDS,
  KV_PIECES,
  KV_PUTS,
  KV_VERSIONED,
  KV_VERSIONS,
  SET,
  SET_GROWING,
  SET_MEMBERS,
  QUEUE,
  QUEUE_DISTINCT,
  STACK,
  STACK_DISTINCT,
  MUTEX,
  COUNTER;

  /** Returns what to draw from. */
  RandomHistories<?, ?, ?> histories() {
    return switch (this) {
      case REGISTER -> register(false);
      case REGISTER_DISTINCT -> register(true);
      case CAS_REGISTER -> casRegister();
      case CAS_CHAIN -> Shapes.casChain();
      case CAS_CHAINS -> Shapes.casChains();
      case MULTI_REGISTER -> multiRegister();
      case KV -> kv(false);
      case KV_APPENDS -> kv(true);
      case KV_PIECES -> Shapes.pieces();
      case KV_PUTS -> Shapes.puts();
      case KV_VERSIONED -> kvVersioned();
      case KV_VERSIONS -> Shapes.versions();
      case SET -> set();
      case SET_GROWING -> growingSet();
      case SET_MEMBERS -> Shapes.members();
      case QUEUE -> queue(false);
      case QUEUE_DISTINCT -> queue(true);
      case STACK -> stack(false);
      case STACK_DISTINCT -> stack(true);
      case MUTEX -> mutex();
      case COUNTER -> counter();
    };
  }

  private static RandomHistories<?, ?, ?> register(boolean distinct) {
    List<RegisterInput<Integer>> inputs =
        List.of(
            new RegisterInput.Write<>(1),
            new RegisterInput.Write<>(2),
            new RegisterInput.Write<>(3),
            new RegisterInput.Read<>(),
            new RegisterInput.Read<>(),
            new RegisterInput.Read<>(),
            new RegisterInput.Read<>());
    return new RandomHistories<>(new Register<>(0), inputs, registerOutputs(), distinct);
  }

  private static RandomHistories<?, ?, ?> casRegister() {
    List<RegisterInput<Integer>> inputs =
        List.of(
            new RegisterInput.Read<>(),
            new RegisterInput.Write<>(1),
            new RegisterInput.Write<>(2),
            new RegisterInput.CompareAndSet<>(0, 1),
            new RegisterInput.CompareAndSet<>(1, 2),
            new RegisterInput.CompareAndSet<>(2, 2));
    return new RandomHistories<>(new CasRegister<>(0), inputs, registerOutputs(), false);
  }

  private static List<RegisterOutput<Integer>> registerOutputs() {
    return List.of(
        new RegisterOutput.Value<>(0),
        new RegisterOutput.Value<>(1),
        new RegisterOutput.Value<>(2),
        new RegisterOutput.Value<>(3),
        new RegisterOutput.NotRecorded<>(),
        new RegisterOutput.Written<>(),
        new RegisterOutput.Mismatch<>());
  }

  private static RandomHistories<?, ?, ?> multiRegister() {
    List<List<MultiRegister.Access<String, Integer>>> inputs =
        List.of(
            List.of(new MultiRegister.Read<>("x"), new MultiRegister.Read<>("y")),
            List.of(new MultiRegister.Read<>("x")),
            List.of(new MultiRegister.Write<>("x", 1), new MultiRegister.Write<>("y", 1)),
            List.of(new MultiRegister.Write<>("x", 2)),
            List.of(new MultiRegister.Read<>("y"), new MultiRegister.Write<>("y", 2)));
    List<List<Optional<Integer>>> outputs =
        List.of(
            List.of(),
            List.of(Optional.of(0)),
            List.of(Optional.of(1)),
            List.of(Optional.of(2)),
            List.of(Optional.of(0), Optional.of(0)),
            List.of(Optional.of(1), Optional.of(1)),
            List.of(Optional.of(1), Optional.of(2)),
            List.of(Optional.of(2), Optional.of(1)),
            List.of(Optional.empty(), Optional.of(2)));
    return new RandomHistories<>(
        new MultiRegister<>(Map.of("x", 0, "y", 0)), inputs, outputs, false);
  }

  private static RandomHistories<?, ?, ?> kv(boolean appendsOnly) {
    List<KvInput> inputs =
        appendsOnly
            ? List.of(
                new KvInput.Get("k"),
                new KvInput.Get("k"),
                new KvInput.Get("k"),
                new KvInput.Append("k", "a"),
                new KvInput.Append("k", "b"),
                new KvInput.Append("k", "c"))
            : List.of(
                new KvInput.Get("k"),
                new KvInput.Get("k"),
                new KvInput.Append("k", "a"),
                new KvInput.Append("k", "b"),
                new KvInput.Put("k", "a"),
                new KvInput.Put("k", "bc"),
                new KvInput.Get("j"),
                new KvInput.Append("j", "a"));
    List<KvOutput> outputs =
        List.of(
            new KvOutput.Done(),
            new KvOutput.Value(""),
            new KvOutput.Value("a"),
            new KvOutput.Value("b"),
            new KvOutput.Value("c"),
            new KvOutput.Value("ab"),
            new KvOutput.Value("ba"),
            new KvOutput.Value("bc"),
            new KvOutput.Value("aa"),
            new KvOutput.Value("abc"),
            new KvOutput.Value("bca"),
            new KvOutput.Value("bcb"),
            new KvOutput.Value("aab"));
    return new RandomHistories<>(new Kv(), inputs, outputs, appendsOnly);
  }

  private static RandomHistories<?, ?, ?> kvVersioned() {
    List<VersionedInput> inputs =
        List.of(
            new VersionedInput.Get("k"),
            new VersionedInput.Get("k"),
            new VersionedInput.Put("k", "a", 0),
            new VersionedInput.Put("k", "b", 0),
            new VersionedInput.Put("k", "a", 1),
            new VersionedInput.Put("k", "b", 1),
            new VersionedInput.Put("k", "c", 2));
    return Shapes.versioned(
        inputs,
        List.of(
            new VersionedOutput.Value("a", 1),
            new VersionedOutput.Value("b", 1),
            new VersionedOutput.Value("a", 2),
            new VersionedOutput.Value("b", 2),
            new VersionedOutput.Value("c", 3)),
        false);
  }

  private static RandomHistories<?, ?, ?> set() {
    List<SetInput<Integer>> inputs =
        List.of(
            new SetInput.Read<>(),
            new SetInput.Add<>(1),
            new SetInput.Add<>(2),
            new SetInput.Remove<>(1),
            new SetInput.Contains<>(1),
            new SetInput.Contains<>(2));
    return new RandomHistories<>(new SetModel<>(), inputs, setOutputs(), false);
  }

  private static RandomHistories<?, ?, ?> growingSet() {
    List<SetInput<Integer>> inputs =
        List.of(
            new SetInput.Add<>(1),
            new SetInput.Add<>(2),
            new SetInput.Add<>(3),
            new SetInput.Read<>(),
            new SetInput.Read<>(),
            new SetInput.Read<>(),
            new SetInput.Contains<>(1));
    return new RandomHistories<>(new SetModel<>(), inputs, setOutputs(), true);
  }

  private static List<SetOutput<Integer>> setOutputs() {
    return List.of(
        new SetOutput.Done<>(),
        new SetOutput.Answer<>(true),
        new SetOutput.Answer<>(false),
        new SetOutput.Elements<>(Set.of()),
        new SetOutput.Elements<>(Set.of(1)),
        new SetOutput.Elements<>(Set.of(2)),
        new SetOutput.Elements<>(Set.of(1, 2)),
        new SetOutput.Elements<>(Set.of(2, 3)),
        new SetOutput.Elements<>(Set.of(1, 2, 3)));
  }

  private static List<CollectionInput<Integer>> collectionInputs() {
    return List.of(
        new CollectionInput.Insert<>(1),
        new CollectionInput.Insert<>(2),
        new CollectionInput.Insert<>(3),
        new CollectionInput.Remove<>(),
        new CollectionInput.Remove<>(),
        new CollectionInput.Remove<>(),
        new CollectionInput.Remove<>());
  }

  private static List<CollectionOutput<Integer>> collectionOutputs() {
    return List.of(
        new CollectionOutput.Inserted<>(),
        new CollectionOutput.Empty<>(),
        new CollectionOutput.Removed<>(1),
        new CollectionOutput.Removed<>(2),
        new CollectionOutput.Removed<>(3));
  }

  private static RandomHistories<?, ?, ?> queue(boolean distinct) {
    return new RandomHistories<>(new Queue<>(), collectionInputs(), collectionOutputs(), distinct);
  }

  private static RandomHistories<?, ?, ?> stack(boolean distinct) {
    return new RandomHistories<>(new Stack<>(), collectionInputs(), collectionOutputs(), distinct);
  }

  private static RandomHistories<?, ?, ?> mutex() {
    return new RandomHistories<>(
        new Mutex(), List.of(Mutex.Action.values()), List.of(Mutex.Answer.values()), false);
  }

  private static RandomHistories<?, ?, ?> counter() {
    List<Counter.Input> inputs =
        List.of(
            new Counter.Read(),
            new Counter.Read(),
            new Counter.Add(1),
            new Counter.Add(2),
            new Counter.Add(-1),
            new Counter.Add(0));
    List<Counter.Output> outputs =
        List.of(
            new Counter.Done(),
            new Counter.Value(0),
            new Counter.Value(1),
            new Counter.Value(2),
            new Counter.Value(3),
            new Counter.Value(-1));
    return new RandomHistories<>(new Counter(0L), inputs, outputs, false);
  }
}
