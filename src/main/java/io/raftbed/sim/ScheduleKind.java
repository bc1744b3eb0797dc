package io.raftbed.sim;

/** How the next thread is chosen among the runnable ones; written {@code fifo|random|pct:D}. */
public sealed interface ScheduleKind {
  /** First come, first served. */
  record Fifo() implements ScheduleKind {}

  /** Each runnable thread is equally likely. */
  record Random() implements ScheduleKind {}

  /**
   * Probabilistic concurrency testing (Burckhardt et al., ASPLOS 2010): random priorities and
   * {@code depth - 1} points at which the running thread's priority drops.
   *
   * @param depth the depth of the bugs aimed at, from 1
   */
  record Pct(int depth) implements ScheduleKind {}
}
