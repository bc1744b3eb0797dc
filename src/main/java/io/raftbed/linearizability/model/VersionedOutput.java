package io.raftbed.linearizability.model;

/** What a key/value store with versions answers. */
public sealed interface VersionedOutput {

  /** The value and its version, from 1. */
  record Value(String value, long version) implements VersionedOutput {
    @Override
    public String toString() {
      return "'%s' version %d".formatted(value, version);
    }
  }

  /** The value was set; the version is one higher now. */
  record Done() implements VersionedOutput {
    @Override
    public String toString() {
      return "ok";
    }
  }

  /** The key has another version; nothing was set. */
  record VersionMismatch() implements VersionedOutput {
    @Override
    public String toString() {
      return "version mismatch";
    }
  }

  /** The key was never set, and so was not by this put of a version other than 0. */
  record NoKey() implements VersionedOutput {
    @Override
    public String toString() {
      return "no key";
    }
  }

  /**
   * A put was sent again and found another version: the first sending may have set the value, or
   * someone else did. It took place in either case, with or without effect.
   */
  record Maybe() implements VersionedOutput {
    @Override
    public String toString() {
      return "maybe";
    }
  }
}
