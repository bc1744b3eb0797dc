package io.raftbed.trace;

/** What kind of thing went wrong in a run; one word each, as reports print it. */
public enum FailureKind {
  /** A property that must hold at every moment was broken: two leaders in a term, a lost entry. */
  SAFETY("safety"),
  /** No legal order of the clients' operations gives what they were answered. */
  LINEARIZABILITY("linearizability"),
  /** Whether the answers to clients have a legal order could not be found out: never a pass. */
  CHECKER_OUT_OF_BUDGET("checker out of budget"),
  /** Something that must happen in time did not: no leader, no agreement. */
  LIVENESS("liveness"),
  /** A bound on messages, bytes or stored state was exceeded. */
  LIMIT("limit"),
  /** Threads of a server wait for each other in a ring, or for a holder that has ended. */
  DEADLOCK("deadlock"),
  /** A thread ran on and on without ever waiting for anything. */
  BUSY_LOOP("busy loop"),
  /** A server started threads without bound. */
  TOO_MANY_THREADS("too many threads"),
  /** A server used up the memory that a run may have. */
  OUT_OF_MEMORY("out of memory"),
  /** A thread called itself without end. */
  STACK_OVERFLOW("stack overflow"),
  /** An exception escaped from a server's thread or handler. */
  EXCEPTION("exception"),
  /** A server used an API that a simulation cannot carry. */
  REFUSED_API("refused api"),
  /** Two runs of one seed differed, or the testbed itself failed: never the server's fault. */
  TESTBED_FAULT("testbed fault");

  private final String label;

  FailureKind(String label) {
    this.label = label;
  }

  /**
   * Returns whether the moment, and with it all that a report tells of it, can depend on the
   * machine and differ from run to run: its memory, its stack and its clock. The kind does not.
   */
  public boolean momentIsMachines() {
    return this == BUSY_LOOP || this == OUT_OF_MEMORY || this == STACK_OVERFLOW;
  }

  /** Returns the kind as reports print it. */
  public String label() {
    return label;
  }
}
