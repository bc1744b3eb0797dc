package io.raftbed.linearizability.model;

/** What a register that holds a {@code V} answers. */
public sealed interface RegisterOutput<V> {

  /** The value that was read. */
  record Value<V>(V value) implements RegisterOutput<V> {
    @Override
    public String toString() {
      return String.valueOf(value);
    }
  }

  /** A read took place, but what it saw was not recorded. */
  record NotRecorded<V>() implements RegisterOutput<V> {
    @Override
    public String toString() {
      return "?";
    }
  }

  /** The value was written, by a write or by a compare-and-set that matched. */
  record Written<V>() implements RegisterOutput<V> {
    @Override
    public String toString() {
      return "ok";
    }
  }

  /** A compare-and-set found another value than expected. */
  record Mismatch<V>() implements RegisterOutput<V> {
    @Override
    public String toString() {
      return "mismatch";
    }
  }
}
