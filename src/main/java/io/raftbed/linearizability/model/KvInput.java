package io.raftbed.linearizability.model;

/** What is asked of a key/value store. */
public sealed interface KvInput {

  /** Returns the key that it concerns. */
  String key();

  /** Asks for the value. */
  record Get(String key) implements KvInput {
    @Override
    public String toString() {
      return "get " + key;
    }
  }

  /** Sets the value. */
  record Put(String key, String value) implements KvInput {
    @Override
    public String toString() {
      return "put %s '%s'".formatted(key, value);
    }
  }

  /** Adds to the end of the value. */
  record Append(String key, String value) implements KvInput {
    @Override
    public String toString() {
      return "append %s '%s'".formatted(key, value);
    }
  }
}
