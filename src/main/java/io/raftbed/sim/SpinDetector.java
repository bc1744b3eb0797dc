package io.raftbed.sim;

import java.util.HashMap;
import java.util.Map;

/**
 * Finds threads that look at the clock again and again where they should wait. Reading it is all
 * that takes time within a step, so a long step is one that did little else; a thread whose long
 * steps come to a second has read the clock ten million times.
 */
final class SpinDetector {
  /** Hundreds of reads in one step. */
  private static final long LONG_STEP_NANOS = 50_000;

  private static final long MOST_SPUN_NANOS = 1_000_000_000;

  /** By the thread's number: virtual nanoseconds in long steps. */
  private final Map<Integer, Long> spun = new HashMap<>();

  private final Driver driver;

  SpinDetector(Driver driver) {
    this.driver = driver;
  }

  /** Takes a step that has ended, and how long it took in virtual nanoseconds. */
  void ended(Task task, long nanos) {
    if (nanos > LONG_STEP_NANOS
        && spun.merge(VirtualThreads.number(task.thread()), nanos, Long::sum) > MOST_SPUN_NANOS) {
      driver.fail(Failures.spins(task.incarnation(), task.thread()));
    }
  }
}
