package io.raftbed.lab.kv;

/** How a key/value server answers. */
public enum Err {
  /** It was done. */
  OK,

  /** There is no such key. */
  NO_KEY,

  /** A versioned Put was refused: the key has another version. */
  VERSION_MISMATCH,

  /** This server does not lead, or lost its leadership; the request may still take effect. */
  WRONG_LEADER
}
