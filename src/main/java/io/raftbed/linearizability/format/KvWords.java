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

/** A key/value store: the value of an event is a list of the key and the event's own value. */
record KvWords() implements Vocabulary<Text, KvInput, KvOutput> {

  @Override
  public String modelName() {
    return "kv";
  }

  @Override
  public Model<Text, KvInput, KvOutput> model() {
    return new Kv();
  }

  @Override
  public KvInput input(String f, Object value) {
    if (!(value instanceof List<?> pair) || pair.size() != 2) {
      throw new UnknownWord("a key and a value", value);
    }
    String key = pair.get(0).toString();
    String argument = pair.get(1).toString();
    return switch (f) {
      case "get" -> new Get(key);
      case "put" -> new Put(key, argument);
      case "append" -> new Append(key, argument);
      default -> throw new UnknownWord("get, put or append", f);
    };
  }

  @Override
  public KvOutput output(KvInput input, Object value) {
    if (!(input instanceof Get)) {
      return new KvOutput.Done();
    }
    if (!(value instanceof List<?> pair) || !(pair.getLast() instanceof String text)) {
      throw new UnknownWord("a text as value of a get", value);
    }
    return new KvOutput.Value(text);
  }
}
