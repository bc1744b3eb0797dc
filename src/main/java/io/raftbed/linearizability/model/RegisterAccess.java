package io.raftbed.linearizability.model;

import io.raftbed.linearizability.Operation;
import io.raftbed.linearizability.Outcome;
import io.raftbed.linearizability.model.RegisterInput.CompareAndSet;
import io.raftbed.linearizability.model.RegisterInput.Read;
import io.raftbed.linearizability.model.RegisterInput.Write;
import io.raftbed.linearizability.model.RegisterOutput.NotRecorded;
import io.raftbed.linearizability.model.RegisterOutput.Value;
import io.raftbed.linearizability.model.RegisterOutput.Written;
import io.raftbed.linearizability.polynomial.Access;

/** What operations on a register are to procedures; any compare-and-set rules these out. */
final class RegisterAccess {

  private RegisterAccess() {}

  static <V> Access<V> of(Operation<RegisterInput<V>, RegisterOutput<V>> operation) {
    return switch (operation.input()) {
      case CompareAndSet<V> _ -> new Access.Other<>();
      case Write<V>(V value) ->
          operation.isUnknown() || returned(operation) instanceof Written
              ? new Access.Write<>(value)
              : new Access.Other<>();
      case Read<V> _ -> read(operation);
    };
  }

  private static <V> Access<V> read(Operation<RegisterInput<V>, RegisterOutput<V>> operation) {
    if (operation.isUnknown()) {
      return new Access.Nothing<>();
    }
    return switch (returned(operation)) {
      case Value<V>(V value) -> new Access.Read<>(value);
      case NotRecorded<V> _ -> new Access.Nothing<>();
      default -> new Access.Other<>();
    };
  }

  private static <V> RegisterOutput<V> returned(
      Operation<RegisterInput<V>, RegisterOutput<V>> operation) {
    return operation.outcome() instanceof Outcome.Ok<RegisterOutput<V>>(RegisterOutput<V> output)
        ? output
        : new NotRecorded<>();
  }
}
