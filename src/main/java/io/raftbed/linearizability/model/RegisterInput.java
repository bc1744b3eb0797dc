package io.raftbed.linearizability.model;

/** What is asked of a register that holds a {@code V}. */
public sealed interface RegisterInput<V> {

  /** Asks for the value. */
  record Read<V>() implements RegisterInput<V> {
    @Override
    public String toString() {
      return "read";
    }
  }

  /** Sets the value. */
  record Write<V>(V value) implements RegisterInput<V> {
    @Override
    public String toString() {
      return "write " + value;
    }
  }

  /** Sets the value if it is the expected one. */
  record CompareAndSet<V>(V expected, V value) implements RegisterInput<V> {
    @Override
    public String toString() {
      return "cas " + expected + " " + value;
    }
  }
}
