package io.raftbed.linearizability.model;

/** What a key/value store answers. */
public sealed interface KvOutput {

  /** The value of the key; empty when it was never set. */
  record Value(String value) implements KvOutput {
    @Override
    public String toString() {
      return "'" + value + "'";
    }
  }

  /** A put or an append took place. */
  record Done() implements KvOutput {
    @Override
    public String toString() {
      return "ok";
    }
  }
}
