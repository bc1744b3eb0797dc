package io.raftbed.report;

/**
 * A message on its way from one node to another. Events are named by their places in the run.
 *
 * @param sent the event of its sending
 * @param end the event of its arrival, or of its sender being told that it is lost; {@link #NONE}
 *     if there is none
 * @param to the node that it is for
 * @param fate what became of it
 */
record Flight(int sent, int end, int to, Fate fate) {

  /** Stands for no event. */
  static final int NONE = -1;

  /** What becomes of a message. */
  enum Fate {
    /** It arrived. */
    ARRIVED,
    /** It arrived when its call had ended already. */
    LATE,
    /** A copy of a request that had arrived before. */
    DUPLICATE,
    /** It was lost; its caller learned that no reply comes. */
    LOST,
    /** A reply to a call that had ended, or whose caller had crashed: nobody took it. */
    IGNORED,
    /** Nothing more is known of it: the run ended first, or its caller crashed. */
    OPEN
  }
}
