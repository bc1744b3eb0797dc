package io.raftbed.linearizability.format;

import io.raftbed.linearizability.Model;
import io.raftbed.linearizability.model.SetInput;
import io.raftbed.linearizability.model.SetInput.Add;
import io.raftbed.linearizability.model.SetInput.Contains;
import io.raftbed.linearizability.model.SetInput.Read;
import io.raftbed.linearizability.model.SetInput.Remove;
import io.raftbed.linearizability.model.SetModel;
import io.raftbed.linearizability.model.SetOutput;
import io.raftbed.linearizability.model.SetOutput.Answer;
import io.raftbed.linearizability.model.SetOutput.Done;
import io.raftbed.linearizability.model.SetOutput.Elements;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A set: add and remove may tell whether they changed it; read returns a list of all values. */
record SetWords() implements Vocabulary<Set<String>, SetInput<String>, SetOutput<String>> {

  @Override
  public ModelName modelName() {
    return ModelName.SET;
  }

  @Override
  public Model<Set<String>, SetInput<String>, SetOutput<String>> model() {
    return new SetModel<>();
  }

  @Override
  public SetInput<String> input(String f, Object value) {
    return switch (f) {
      case "add", "insert" -> new Add<>(Vocabulary.given(value));
      case "remove", "delete" -> new Remove<>(Vocabulary.given(value));
      case "contains", "member" -> new Contains<>(Vocabulary.given(value));
      case "read" -> new Read<>();
      default -> throw new UnknownWord("add, remove, contains or read", f);
    };
  }

  @Override
  public SetOutput<String> output(SetInput<String> input, Object value) {
    if (input instanceof Read) {
      return elements(value);
    }
    return switch (value.toString()) {
      case "true" -> new Answer<>(true);
      case "false" -> new Answer<>(false);
      default -> {
        if (input instanceof Contains) {
          throw new UnknownWord("true or false", value);
        }
        yield new Done<>();
      }
    };
  }

  private static SetOutput<String> elements(Object value) {
    if (!(value instanceof List<?> list)) {
      throw new UnknownWord("a list of all values", value);
    }
    Set<String> values = new LinkedHashSet<>();
    list.forEach(it -> values.add(it.toString()));
    return new Elements<>(values);
  }
}
