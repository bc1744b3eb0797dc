package io.raftbed.linearizability.model;

import io.raftbed.linearizability.Model;
import io.raftbed.linearizability.Outcome;
import io.raftbed.linearizability.Procedure;
import io.raftbed.linearizability.model.RegisterInput.CompareAndSet;
import io.raftbed.linearizability.model.RegisterInput.Read;
import io.raftbed.linearizability.polynomial.Zones;
import java.util.List;
import java.util.Optional;

/**
 * A register with read and write alone; a compare-and-set is never possible.
 *
 * @param initial the value before the first operation
 * @param <V> values, with {@code equals} and {@code hashCode}
 */
public record Register<V>(V initial) implements Model<V, RegisterInput<V>, RegisterOutput<V>> {

  @Override
  public Optional<V> step(V state, RegisterInput<V> input, RegisterOutput<V> output) {
    return input instanceof CompareAndSet
        ? Optional.empty()
        : new CasRegister<>(initial).step(state, input, output);
  }

  @Override
  public V stepUnseen(V state, RegisterInput<V> input) {
    return input instanceof RegisterInput.Write<V>(V value) ? value : state;
  }

  @Override
  public boolean isPure(RegisterInput<V> input, Outcome<RegisterOutput<V>> outcome) {
    return input instanceof Read;
  }

  @Override
  public List<Procedure<RegisterInput<V>, RegisterOutput<V>>> procedures() {
    return List.of(new Zones<>(initial, RegisterAccess::withoutSwap));
  }

  @Override
  public String rejection(V state, RegisterInput<V> input, RegisterOutput<V> output) {
    return input instanceof CompareAndSet
        ? "this register has no compare-and-set"
        : "the value is " + state;
  }
}
