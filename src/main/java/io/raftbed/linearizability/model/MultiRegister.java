package io.raftbed.linearizability.model;

import io.raftbed.linearizability.Model;
import io.raftbed.linearizability.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Registers by name that are read and written together: an operation is a list of reads and writes
 * that take effect at once, in order. Its output has what each of its reads saw.
 *
 * @param initial the values before the first operation; registers without one cannot be read
 * @param <K> names of registers
 * @param <V> values
 */
public record MultiRegister<K, V>(Map<K, V> initial)
    implements Model<Map<K, V>, List<MultiRegister.Access<K, V>>, List<Optional<V>>> {

  /** One read or write. */
  public sealed interface Access<K, V> {}

  /** Reads a register. */
  public record Read<K, V>(K key) implements Access<K, V> {
    @Override
    public String toString() {
      return "read " + key;
    }
  }

  /** Writes a register. */
  public record Write<K, V>(K key, V value) implements Access<K, V> {
    @Override
    public String toString() {
      return "write " + key + " " + value;
    }
  }

  public MultiRegister {
    initial = Map.copyOf(initial);
  }

  /**
   * {@inheritDoc}
   *
   * @param output what the reads saw, in order; empty where that was not recorded
   */
  @Override
  public Optional<Map<K, V>> step(
      Map<K, V> state, List<Access<K, V>> input, List<Optional<V>> output) {
    Map<K, V> after = new HashMap<>(state);
    int reads = 0;
    for (Access<K, V> access : input) {
      switch (access) {
        case Write<K, V>(K key, V value) -> after.put(key, value);
        case Read<K, V>(K key) -> {
          if (reads == output.size() || !maySee(output.get(reads++), after.get(key))) {
            return Optional.empty();
          }
        }
      }
    }
    return reads == output.size() ? Optional.of(after) : Optional.empty();
  }

  private static <V> boolean maySee(Optional<V> seen, @Nullable V value) {
    return seen.isEmpty() || seen.get().equals(value);
  }

  @Override
  public Map<K, V> stepUnseen(Map<K, V> state, List<Access<K, V>> input) {
    Map<K, V> after = new HashMap<>(state);
    for (Access<K, V> access : input) {
      if (access instanceof Write<K, V>(K key, V value)) {
        after.put(key, value);
      }
    }
    return after;
  }

  @Override
  public boolean isPure(List<Access<K, V>> input, Outcome<List<Optional<V>>> outcome) {
    return input.stream().allMatch(Read.class::isInstance);
  }

  @Override
  public String rejection(Map<K, V> state, List<Access<K, V>> input, List<Optional<V>> output) {
    return "the values are " + describe(state);
  }
}
