package io.raftbed.linearizability.model;

/** What is asked of a queue or a stack of {@code V}. */
public sealed interface CollectionInput<V> {

  /** Adds a value: enqueue, push. */
  record Insert<V>(V value) implements CollectionInput<V> {
    @Override
    public String toString() {
      return "insert " + value;
    }
  }

  /** Takes a value out: dequeue, pop. */
  record Remove<V>() implements CollectionInput<V> {
    @Override
    public String toString() {
      return "remove";
    }
  }
}
