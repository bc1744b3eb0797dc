package io.raftbed.linearizability.model;

import io.raftbed.linearizability.Operation;
import io.raftbed.linearizability.Outcome;
import io.raftbed.linearizability.model.SetInput.Add;
import io.raftbed.linearizability.model.SetInput.Contains;
import io.raftbed.linearizability.model.SetInput.Read;
import io.raftbed.linearizability.model.SetInput.Remove;
import io.raftbed.linearizability.model.SetOutput.Answer;
import io.raftbed.linearizability.model.SetOutput.Done;
import io.raftbed.linearizability.model.SetOutput.Elements;
import io.raftbed.linearizability.polynomial.SetAccess;
import java.util.Set;

/** What operations on a set are to procedures. */
final class SetMeaning {

  private SetMeaning() {}

  static <V> SetAccess<V> of(Operation<SetInput<V>, SetOutput<V>> operation) {
    return switch (operation.outcome()) {
      case Outcome.Ok<SetOutput<V>>(SetOutput<V> output) -> returned(operation.input(), output);
      case Outcome.Unknown<SetOutput<V>> _ -> unseen(operation.input());
      case Outcome.Failed<SetOutput<V>> _ -> new SetAccess.Other<>();
    };
  }

  private static <V> SetAccess<V> unseen(SetInput<V> input) {
    return switch (input) {
      case Add<V>(V value) -> new SetAccess.Add<>(value);
      case Remove<V>(V value) -> new SetAccess.MayRemove<>(value);
      case Contains<V> _, Read<V> _ -> new SetAccess.Nothing<>();
    };
  }

  private static <V> SetAccess<V> returned(SetInput<V> input, SetOutput<V> output) {
    return switch (output) {
      case Done<V> _ -> done(input);
      case Answer<V>(boolean isYes) -> answered(input, isYes);
      case Elements<V>(Set<V> values) ->
          input instanceof Read ? new SetAccess.All<>(values) : new SetAccess.Other<>();
    };
  }

  private static <V> SetAccess<V> done(SetInput<V> input) {
    return switch (input) {
      case Add<V>(V value) -> new SetAccess.Add<>(value);
      case Remove<V>(V value) -> new SetAccess.MayRemove<>(value);
      case Contains<V> _, Read<V> _ -> new SetAccess.Other<>();
    };
  }

  private static <V> SetAccess<V> answered(SetInput<V> input, boolean isYes) {
    return switch (input) {
      case Add<V>(V value) -> isYes ? new SetAccess.Add<>(value) : new SetAccess.In<>(value);
      case Remove<V>(V value) -> isYes ? new SetAccess.Remove<>(value) : new SetAccess.Out<>(value);
      case Contains<V>(V value) -> isYes ? new SetAccess.In<>(value) : new SetAccess.Out<>(value);
      case Read<V> _ -> new SetAccess.Other<>();
    };
  }
}
