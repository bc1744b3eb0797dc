package io.raftbed.lab.kv;

/** How a versioned Put ended for the client. */
public enum PutOutcome {
  /** It took effect. */
  OK,

  /** It took no effect: the key has another version. */
  VERSION_MISMATCH,

  /** It took no effect: there is no such key, and the version was above 0. */
  NO_KEY,

  /** It was tried more than once and refused for its version: an earlier try may have done it. */
  MAYBE
}
