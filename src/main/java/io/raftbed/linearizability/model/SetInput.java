package io.raftbed.linearizability.model;

/** What is asked of a set of {@code V}. */
public sealed interface SetInput<V> {

  /** Puts a value in. */
  record Add<V>(V value) implements SetInput<V> {
    @Override
    public String toString() {
      return "add " + value;
    }
  }

  /** Takes a value out. */
  record Remove<V>(V value) implements SetInput<V> {
    @Override
    public String toString() {
      return "remove " + value;
    }
  }

  /** Asks whether a value is in it. */
  record Contains<V>(V value) implements SetInput<V> {
    @Override
    public String toString() {
      return "contains " + value;
    }
  }

  /** Asks for all values. */
  record Read<V>() implements SetInput<V> {
    @Override
    public String toString() {
      return "read";
    }
  }
}
