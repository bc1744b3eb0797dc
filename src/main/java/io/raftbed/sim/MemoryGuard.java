package io.raftbed.sim;

import io.raftbed.trace.FailureKind;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Stops the run that allocated most when the JVM's memory runs short, before it tears down the runs
 * beside it. Which run that is depends on the machine, and with several at once it may be a
 * harmless one: who wants a verdict repeats it alone.
 */
final class MemoryGuard {
  /** In percent of the heap: in use, garbage included, so that a look is worth a collection. */
  private static final int HIGH_PERCENT = 60;

  /** In percent of the heap: in use after a collection, so that a run must go. */
  private static final int FULL_PERCENT = 50;

  /** In percent of the heap: a run that has allocated less than this in all is not to blame. */
  private static final int BLAMED_PERCENT = 1;

  /** Looks without a collection after one that freed too little and found no run to stop. */
  private static final int LOOKS_IN_VAIN = 200;

  /** The runs of this JVM, and those given up that have not ended. */
  private static final List<Driver> RUNS = new ArrayList<>();

  private static int looksToSkip;

  private MemoryGuard() {}

  static void begins(Driver driver) {
    synchronized (RUNS) {
      RUNS.removeIf(known -> known.failed() && known.ended());
      RUNS.add(driver);
    }
  }

  static void ended(Driver driver) {
    synchronized (RUNS) {
      if (driver.ended()) {
        RUNS.remove(driver);
      }
    }
  }

  /** Looks at the memory in use; cheap while there is enough. */
  static void look() {
    if (usedPercent() < HIGH_PERCENT) {
      return;
    }
    synchronized (RUNS) {
      if (--looksToSkip > 0 || RUNS.stream().anyMatch(MemoryGuard::isFreeing)) {
        return;
      }
      if (percent(usedBesidesEden()) < FULL_PERCENT) {
        return;
      }
      System.gc();
      if (usedPercent() >= FULL_PERCENT && !stopLargest()) {
        looksToSkip = LOOKS_IN_VAIN;
      }
    }
  }

  /**
   * Whether a run is about to give its memory back: it was stopped and will end its step, or it was
   * given up after that, and the JVM will refuse its next allocation.
   */
  private static boolean isFreeing(Driver run) {
    return run.failed()
        && !run.ended()
        && (!run.givenUp() || run.failedWith(FailureKind.OUT_OF_MEMORY));
  }

  /**
   * Returns whether a run was stopped. One that was given up cannot be, and one that has allocated
   * next to nothing stands beside a static initialiser that fills the heap, or a run that ended.
   */
  private static boolean stopLargest() {
    Optional<Driver> largest =
        RUNS.stream()
            .max(Comparator.comparingLong(Driver::allocatedBytes))
            .filter(run -> !run.givenUp())
            .filter(run -> percent(run.allocatedBytes()) >= BLAMED_PERCENT);
    largest.ifPresent(run -> run.fail(Failures.memory(run)));
    return largest.isPresent();
  }

  private static int usedPercent() {
    Runtime runtime = Runtime.getRuntime();
    return percent(runtime.totalMemory() - runtime.freeMemory());
  }

  /**
   * Returns what outlived a collection, and big arrays: a collector may let Eden grow as it likes.
   */
  private static long usedBesidesEden() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP && !pool.getName().contains("Eden"))
        .mapToLong(pool -> pool.getUsage().getUsed())
        .sum();
  }

  private static int percent(long bytes) {
    return (int) (bytes * 100 / Runtime.getRuntime().maxMemory());
  }
}
