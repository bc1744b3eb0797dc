package io.raftbed.linearizability.model;

/** What is asked of a key/value store with versions. */
public sealed interface VersionedInput {

  /** Returns the key that it concerns. */
  String key();

  /** Asks for the value and its version. */
  record Get(String key) implements VersionedInput {
    @Override
    public String toString() {
      return "get " + key;
    }
  }

  /**
   * Sets the value if the key has a version; 0 stands for a key that was never set.
   *
   * @param version the version it must have
   */
  record Put(String key, String value, long version) implements VersionedInput {
    @Override
    public String toString() {
      return "put %s '%s' if version %d".formatted(key, value, version);
    }
  }
}
