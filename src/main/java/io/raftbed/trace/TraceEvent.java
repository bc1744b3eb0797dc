package io.raftbed.trace;

/**
 * One event of a run.
 *
 * @param virtualNanos when, in virtual nanoseconds since the start of the run
 * @param node the server it happened on, or {@link #TESTBED}
 * @param kind what happened
 * @param detail what it was about: a message, an index, a text; shown with {@code toString}
 */
public record TraceEvent(long virtualNanos, int node, EventKind kind, Object detail) {

  /** Stands in place of a server for what the test or the network did. */
  public static final int TESTBED = -1;
}
