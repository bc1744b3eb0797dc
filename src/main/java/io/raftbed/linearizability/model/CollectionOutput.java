package io.raftbed.linearizability.model;

/** What a queue or a stack of {@code V} answers. */
public sealed interface CollectionOutput<V> {

  /** The value was added. */
  record Inserted<V>() implements CollectionOutput<V> {
    @Override
    public String toString() {
      return "ok";
    }
  }

  /** This value was taken out. */
  record Removed<V>(V value) implements CollectionOutput<V> {
    @Override
    public String toString() {
      return String.valueOf(value);
    }
  }

  /** There was nothing to take out. */
  record Empty<V>() implements CollectionOutput<V> {
    @Override
    public String toString() {
      return "empty";
    }
  }
}
