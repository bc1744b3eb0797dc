package io.raftbed.linearizability.format;

import io.raftbed.linearizability.Model;
import io.raftbed.linearizability.Outcome;
import io.raftbed.linearizability.model.CasRegister;
import io.raftbed.linearizability.model.Register;
import io.raftbed.linearizability.model.RegisterInput;
import io.raftbed.linearizability.model.RegisterInput.CompareAndSet;
import io.raftbed.linearizability.model.RegisterInput.Read;
import io.raftbed.linearizability.model.RegisterInput.Write;
import io.raftbed.linearizability.model.RegisterOutput;
import io.raftbed.linearizability.model.RegisterOutput.Mismatch;
import io.raftbed.linearizability.model.RegisterOutput.NotRecorded;
import io.raftbed.linearizability.model.RegisterOutput.Value;
import io.raftbed.linearizability.model.RegisterOutput.Written;
import java.util.List;

/**
 * A register.
 *
 * @param dialect what nil and failures mean
 * @param initial the value at first
 * @param modelName with compare-and-set or without
 */
record RegisterWords(Dialect dialect, String initial, ModelName modelName)
    implements Vocabulary<String, RegisterInput<String>, RegisterOutput<String>> {

  @Override
  public Model<String, RegisterInput<String>, RegisterOutput<String>> model() {
    return modelName == ModelName.REGISTER ? new Register<>(initial) : new CasRegister<>(initial);
  }

  @Override
  public RegisterInput<String> input(String f, Object value) {
    return switch (f) {
      case "read" -> new Read<>();
      case "write" -> new Write<>(Vocabulary.given(value));
      case "cas" -> compareAndSet(value);
      default -> throw new UnknownWord("read, write or cas", f);
    };
  }

  private CompareAndSet<String> compareAndSet(Object value) {
    if (modelName == ModelName.REGISTER) {
      throw new UnknownWord("read or write, as the model register has no more", "cas");
    }
    List<?> pair = Vocabulary.pair(value, "[expected new] as value of cas");
    return new CompareAndSet<>(pair.get(0).toString(), pair.get(1).toString());
  }

  @Override
  public RegisterOutput<String> output(RegisterInput<String> input, Object value) {
    return switch (input) {
      case Read<String> _ ->
          isRecorded(value) ? new Value<>(value.toString()) : new NotRecorded<>();
      case Write<String> _ -> new Written<>();
      case CompareAndSet<String> _ -> value.equals(false) ? new Mismatch<>() : new Written<>();
    };
  }

  private boolean isRecorded(Object value) {
    return value != Nil.MISSING && (value != Nil.NIL || dialect != Dialect.KNOSSOS);
  }

  @Override
  public Outcome<RegisterOutput<String>> failure(RegisterInput<String> input, Object value) {
    if (dialect != Dialect.JEPSEN_LOG) {
      return new Outcome.Failed<>();
    }
    return switch (input) {
      case CompareAndSet<String> _ -> new Outcome.Ok<>(new Mismatch<>());
      case Read<String> _ -> new Outcome.Unknown<>();
      case Write<String> _ -> new Outcome.Failed<>();
    };
  }
}
