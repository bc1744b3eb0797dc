package io.raftbed.trace;

/** What happened, in the words of the field; each kind enters the fingerprint by its ordinal. */
public enum EventKind {
  /** A thread ran from one wait to the next. */
  STEP,
  /** A request left its sender. */
  SEND,
  /** A request reached a server and its handler starts. */
  DELIVER,
  /** A handler's reply left the server. */
  REPLY,
  /** A caller got its reply. */
  RETURN,
  /** A request or a reply was lost, or its caller was told that no reply comes. */
  DROP,
  /** A server saved Raft state and snapshot. */
  PERSIST,
  /** A server handed a committed command to its service. */
  APPLY,
  /** A server handed a snapshot to its service. */
  APPLY_SNAPSHOT,
  /** A service gave its server a snapshot. */
  SNAPSHOT,
  /** A command was given to a server. */
  START,
  /** A server was booted. */
  BOOT,
  /** A server was crashed. */
  CRASH,
  /** A server was paused. */
  PAUSE,
  /** A paused server goes on. */
  RESUME,
  /** Links were cut. */
  CUT,
  /** Links were healed. */
  HEAL,
  /** The network changed its behaviour. */
  NETWORK,
  /** A server became leader of a term, as its messages show. */
  LEADER,
  /** A line that a server printed. */
  PRINT,
  /** A note by the test that drives the run. */
  NOTE
}
