package io.raftbed.linearizability.model;

import io.raftbed.linearizability.Operation;
import io.raftbed.linearizability.Outcome;
import io.raftbed.linearizability.model.RegisterInput.CompareAndSet;
import io.raftbed.linearizability.model.RegisterInput.Read;
import io.raftbed.linearizability.model.RegisterInput.Write;
import io.raftbed.linearizability.model.RegisterOutput.Mismatch;
import io.raftbed.linearizability.model.RegisterOutput.NotRecorded;
import io.raftbed.linearizability.model.RegisterOutput.Value;
import io.raftbed.linearizability.model.RegisterOutput.Written;
import io.raftbed.linearizability.polynomial.Access;
import java.util.Set;

/** What operations on a register are to procedures. */
final class RegisterAccess {

  private RegisterAccess() {}

  static <V> Access<V> of(Operation<RegisterInput<V>, RegisterOutput<V>> operation) {
    return switch (operation.input()) {
      case CompareAndSet<V> cas -> compareAndSet(cas, operation);
      case Write<V>(V value) ->
          operation.isUnknown() || returned(operation) instanceof Written
              ? new Access.Write<>(value)
              : new Access.Other<>();
      case Read<V> _ -> read(operation);
    };
  }

  /** Returns what it is on a register that has no compare-and-set. */
  static <V> Access<V> withoutSwap(Operation<RegisterInput<V>, RegisterOutput<V>> operation) {
    return operation.input() instanceof CompareAndSet ? new Access.Other<>() : of(operation);
  }

  private static <V> Access<V> compareAndSet(
      CompareAndSet<V> cas, Operation<RegisterInput<V>, RegisterOutput<V>> operation) {
    boolean changes = !cas.expected().equals(cas.value());
    if (operation.isUnknown()) {
      return changes ? new Access.Replace<>(cas.expected(), cas.value()) : Access.nothing();
    }
    return switch (returned(operation)) {
      case Written<V> _ ->
          changes
              ? new Access.Replace<>(cas.expected(), cas.value())
              : new Access.Read<>(cas.value());
      case Mismatch<V> _ -> new Access.Unlike<>(Set.of(cas.expected()));
      default -> new Access.Other<>();
    };
  }

  private static <V> Access<V> read(Operation<RegisterInput<V>, RegisterOutput<V>> operation) {
    if (operation.isUnknown()) {
      return Access.nothing();
    }
    return switch (returned(operation)) {
      case Value<V>(V value) -> new Access.Read<>(value);
      case NotRecorded<V> _ -> Access.nothing();
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
