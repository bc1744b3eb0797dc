package io.raftbed.linearizability.model;

import io.raftbed.linearizability.Model;
import io.raftbed.linearizability.Outcome;
import io.raftbed.linearizability.Procedure;
import io.raftbed.linearizability.model.RegisterInput.CompareAndSet;
import io.raftbed.linearizability.model.RegisterInput.Read;
import io.raftbed.linearizability.model.RegisterInput.Write;
import io.raftbed.linearizability.model.RegisterOutput.Mismatch;
import io.raftbed.linearizability.model.RegisterOutput.NotRecorded;
import io.raftbed.linearizability.model.RegisterOutput.Value;
import io.raftbed.linearizability.model.RegisterOutput.Written;
import io.raftbed.linearizability.polynomial.Zones;
import java.util.List;
import java.util.Optional;

/**
 * A register with read, write and compare-and-set.
 *
 * @param initial the value before the first operation
 * @param <V> values, with {@code equals} and {@code hashCode}
 */
public record CasRegister<V>(V initial) implements Model<V, RegisterInput<V>, RegisterOutput<V>> {

  @Override
  public Optional<V> step(V state, RegisterInput<V> input, RegisterOutput<V> output) {
    boolean isPossible =
        switch (input) {
          case Read<V> _ -> output instanceof NotRecorded || output.equals(new Value<>(state));
          case Write<V> _ -> output instanceof Written;
          case CompareAndSet<V> cas ->
              cas.expected().equals(state) ? output instanceof Written : output instanceof Mismatch;
        };
    return isPossible ? Optional.of(stepUnseen(state, input)) : Optional.empty();
  }

  @Override
  public V stepUnseen(V state, RegisterInput<V> input) {
    return switch (input) {
      case Read<V> _ -> state;
      case Write<V>(V value) -> value;
      case CompareAndSet<V>(V expected, V value) -> expected.equals(state) ? value : state;
    };
  }

  @Override
  public boolean isPure(RegisterInput<V> input, Outcome<RegisterOutput<V>> outcome) {
    return switch (input) {
      case Read<V> _ -> true;
      case Write<V> _ -> false;
      case CompareAndSet<V> cas ->
          cas.expected().equals(cas.value())
              || outcome instanceof Outcome.Ok<RegisterOutput<V>>(Mismatch<V> _);
    };
  }

  @Override
  public List<Procedure<RegisterInput<V>, RegisterOutput<V>>> procedures() {
    return List.of(new Zones<>(initial, RegisterAccess::of));
  }

  @Override
  public String rejection(V state, RegisterInput<V> input, RegisterOutput<V> output) {
    return "the value is " + state;
  }
}
