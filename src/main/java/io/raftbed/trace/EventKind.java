package io.raftbed.trace;

/** What happened, in the words of the field; each kind enters the fingerprint by its code. */
public enum EventKind {
  /** A thread ran from one wait to the next. */
  STEP(1),
  /** A request left its sender. */
  SEND(2),
  /** A request reached a server and its handler starts. */
  DELIVER(3),
  /** A handler's reply left the server. */
  REPLY(4),
  /** A caller got its reply. */
  RETURN(5),
  /** A request or a reply was lost, or its caller was told that no reply comes. */
  DROP(6),
  /** A server saved Raft state and snapshot. */
  PERSIST(7),
  /** A server handed a committed command to its service. */
  APPLY(8),
  /** A server handed a snapshot to its service. */
  APPLY_SNAPSHOT(9),
  /** A service gave its server a snapshot. */
  SNAPSHOT(10),
  /** A command was given to a server. */
  START(11),
  /** A server was booted. */
  BOOT(12),
  /** A server was crashed. */
  CRASH(13),
  /** A server was paused. */
  PAUSE(14),
  /** A paused server goes on. */
  RESUME(15),
  /** Links were cut. */
  CUT(16),
  /** Links were healed. */
  HEAL(17),
  /** The network changed its behaviour. */
  NETWORK(18),
  /** A server became leader of a term, as its messages show. */
  LEADER(19),
  /** A line that a server printed. */
  PRINT(20),
  /** A note by the test that drives the run. */
  NOTE(21),
  /** A server's clock jumped, or began to run fast, slow or true. */
  CLOCK(22),
  /** A disk did what a good one would not, or lost its power, or its content was refused. */
  DISK(23),
  /** What a server saved is durable; told where that took time. */
  DURABLE(24),
  /** An exception ended a task; its Future keeps it, whether anybody looks or not. */
  EXCEPTION(25),
  /** A client called an operation of the service. */
  INVOKE(26),
  /** A client's operation ended. */
  COMPLETE(27);

  private final int code;

  EventKind(int code) {
    this.code = code;
  }

  /** Returns the number that stands for this kind in fingerprints. */
  public int code() {
    return code;
  }
}
