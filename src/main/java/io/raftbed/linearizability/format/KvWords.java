package io.raftbed.linearizability.format;

import io.raftbed.linearizability.Model;
import io.raftbed.linearizability.model.Kv;
import io.raftbed.linearizability.model.KvInput;
import io.raftbed.linearizability.model.KvInput.Append;
import io.raftbed.linearizability.model.KvInput.Get;
import io.raftbed.linearizability.model.KvInput.Put;
import io.raftbed.linearizability.model.KvOutput;
import io.raftbed.linearizability.model.Text;
import java.util.List;

/** A key/value store: the value of a call is a list of the key and the call's own value. */
record KvWords() implements Vocabulary<Text, KvInput, KvOutput> {

  @Override
  public ModelName modelName() {
    return ModelName.KV;
  }

  @Override
  public Model<Text, KvInput, KvOutput> model() {
    return new Kv();
  }

  @Override
  public KvInput input(String f, Object value) {
    List<?> pair = Vocabulary.pair(value, "a key and a value");
    String key = pair.get(0).toString();
    return switch (f) {
      case "get" -> new Get(key);
      case "put" -> new Put(key, Vocabulary.given(pair.get(1)));
      case "append" -> new Append(key, Vocabulary.given(pair.get(1)));
      default -> throw new UnknownWord("get, put or append", f);
    };
  }

  @Override
  public KvOutput output(KvInput input, Object value) {
    if (!(input instanceof Get)) {
      return new KvOutput.Done();
    }
    if (value instanceof String || value instanceof Long) {
      return new KvOutput.Value(value.toString());
    }
    throw new UnknownWord("a text as value of a get", value);
  }
}
