package io.raftbed.linearizability.format;

import io.raftbed.linearizability.Model;
import io.raftbed.linearizability.model.KvVersioned;
import io.raftbed.linearizability.model.VersionedInput;
import io.raftbed.linearizability.model.VersionedInput.Get;
import io.raftbed.linearizability.model.VersionedInput.Put;
import io.raftbed.linearizability.model.VersionedOutput;
import io.raftbed.linearizability.model.VersionedOutput.Done;
import io.raftbed.linearizability.model.VersionedOutput.Maybe;
import io.raftbed.linearizability.model.VersionedOutput.NoKey;
import io.raftbed.linearizability.model.VersionedOutput.Value;
import io.raftbed.linearizability.model.VersionedOutput.VersionMismatch;
import java.util.List;

/**
 * A key/value store with versions: a put's value is a list of the value and the version it must
 * find, and so is what a get returns, or nil where there is no key.
 */
record VersionedWords() implements Vocabulary<KvVersioned.Entry, VersionedInput, VersionedOutput> {

  private static final String PAIR = "[value version]";

  @Override
  public ModelName modelName() {
    return ModelName.KV_VERSIONED;
  }

  @Override
  public Model<KvVersioned.Entry, VersionedInput, VersionedOutput> model() {
    return new KvVersioned();
  }

  @Override
  public VersionedInput input(String f, Object value) {
    List<?> pair = Vocabulary.pair(value, "a key and a value");
    String key = pair.get(0).toString();
    return switch (f) {
      case "get" -> new Get(key);
      case "put" -> {
        List<?> put = Vocabulary.pair(pair.get(1), PAIR);
        yield new Put(key, put.get(0).toString(), version(put));
      }
      default -> throw new UnknownWord("get or put", f);
    };
  }

  private static long version(List<?> pair) {
    if (pair.get(1) instanceof Long version && version >= 0) {
      return version;
    }
    throw new UnknownWord("a version from 0", pair.get(1));
  }

  @Override
  public VersionedOutput output(VersionedInput input, Object value) {
    if (input instanceof Get) {
      return value == Nil.NIL ? new NoKey() : seen(Vocabulary.pair(value, PAIR + " or nil"));
    }
    String word = value instanceof Keyword(String name) ? name : value.toString();
    return switch (word) {
      case "ok", "none" -> new Done();
      case "version-mismatch" -> new VersionMismatch();
      case "no-key" -> new NoKey();
      case "maybe" -> new Maybe();
      default -> throw new UnknownWord("ok, version-mismatch, no-key or maybe", value);
    };
  }

  private static VersionedOutput seen(List<?> pair) {
    return new Value(pair.get(0).toString(), version(pair));
  }
}
