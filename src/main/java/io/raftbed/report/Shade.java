package io.raftbed.report;

/**
 * A time in which something is wrong with a node. Events are named by their places in the run.
 *
 * @param node which one
 * @param what is wrong
 * @param from the event that began it
 * @param to the event that ended it; {@link #OPEN} if it lasts until the end
 * @param text more about it
 */
record Shade(int node, Fault what, int from, int to, String text) {

  /** Stands for the end of the run. */
  static final int OPEN = -1;

  /** What is wrong with a node. */
  enum Fault {
    /** It has crashed. */
    DOWN,
    /** It is paused. */
    PAUSED,
    /** It has no way to and from a majority of servers, counting itself. */
    CUT_OFF,
    /** Some of its links are cut. */
    CUT
  }
}
