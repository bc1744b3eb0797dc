package io.raftbed.linearizability.format;

import io.raftbed.linearizability.Model;
import io.raftbed.linearizability.Outcome;
import io.raftbed.linearizability.model.CasRegister;
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
 * A register in two dialects. In Jepsen's logs the value is nil at first, a read of nil saw that
 * value and a failed cas found another one. In Knossos' files it is 0 at first, a read of nil was
 * not recorded and what failed did not take place.
 */
enum RegisterWords implements Vocabulary<String, RegisterInput<String>, RegisterOutput<String>> {
  JEPSEN_LOG("nil", true),
  KNOSSOS("0", false);

  private final String initial;
  private final boolean isLog;

  RegisterWords(String initial, boolean isLog) {
    this.initial = initial;
    this.isLog = isLog;
  }

  @Override
  public String modelName() {
    return "cas-register";
  }

  @Override
  public Model<String, RegisterInput<String>, RegisterOutput<String>> model() {
    return new CasRegister<>(initial);
  }

  @Override
  public RegisterInput<String> input(String f, Object value) {
    return switch (f) {
      case "read" -> new Read<>();
      case "write" -> new Write<>(value.toString());
      case "cas" -> {
        if (!(value instanceof List<?> pair) || pair.size() != 2) {
          throw new UnknownWord("[expected new] as value of cas", value);
        }
        yield new CompareAndSet<>(pair.get(0).toString(), pair.get(1).toString());
      }
      default -> throw new UnknownWord("read, write or cas", f);
    };
  }

  @Override
  public RegisterOutput<String> output(RegisterInput<String> input, Object value) {
    if (!(input instanceof Read)) {
      return new Written<>();
    }
    return value == Nil.NIL && !isLog ? new NotRecorded<>() : new Value<>(value.toString());
  }

  @Override
  public Outcome<RegisterOutput<String>> failure(RegisterInput<String> input, Object value) {
    if (!isLog) {
      return new Outcome.Failed<>();
    }
    return switch (input) {
      case CompareAndSet<String> _ -> new Outcome.Ok<>(new Mismatch<>());
      case Read<String> _ -> new Outcome.Unknown<>();
      case Write<String> _ -> new Outcome.Failed<>();
    };
  }
}
