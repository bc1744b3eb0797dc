package io.raftbed.sim;

import io.raftbed.trace.FailureKind;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.AbstractOwnableSynchronizer;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Finds threads that wait for each other in a ring, or for a holder that has ended: over simulated
 * monitors and the exclusive locks of java.util.concurrent.
 */
final class DeadlockDetector {
  private static final long INTERVAL_NANOS = 1_000_000_000L;

  private DeadlockDetector() {}

  /** Looks once every virtual second. */
  static void watch(Driver driver) {
    driver
        .timers()
        .add(
            new SimTimer(
                driver.due(INTERVAL_NANOS),
                null,
                () -> {
                  check(driver);
                  watch(driver);
                }));
  }

  /** Looks now, and fails the run when there is a deadlock. */
  static void check(Driver driver) {
    for (Incarnation incarnation : List.copyOf(driver.incarnations())) {
      for (Thread thread : List.copyOf(incarnation.threads())) {
        List<Thread> chain = chain(thread);
        if (!chain.isEmpty()) {
          report(driver, incarnation, chain);
          return;
        }
      }
    }
  }

  /** Returns the threads from this one to the deadlock's end, or none when there is no deadlock. */
  private static List<Thread> chain(Thread first) {
    List<Thread> chain = new ArrayList<>();
    Thread thread = first;
    while (true) {
      if (chain.contains(thread)) {
        return chain.subList(chain.indexOf(thread), chain.size());
      }
      chain.add(thread);
      Thread holder = holderBefore(thread);
      if (holder == null) {
        return List.of();
      }
      if (!holder.isAlive()) {
        chain.add(holder);
        return chain;
      }
      thread = holder;
    }
  }

  /** Returns who holds what a thread waits to enter, or null when it waits for no holder. */
  private static @Nullable Thread holderBefore(Thread thread) {
    if (thread.getState() != Thread.State.WAITING) {
      return null;
    }
    Object blocker = LockSupport.getBlocker(thread);
    if (blocker instanceof Monitor monitor) {
      return monitor.isEntering(thread) ? monitor.owner : null;
    }
    return blocker instanceof AbstractOwnableSynchronizer synchronizer
        ? VirtualThreads.owner(synchronizer)
        : null;
  }

  /**
   * Returns who holds what a thread waits to enter, and where; empty when it waits for no holder.
   */
  static List<String> holderOf(Thread thread) {
    Thread holder = holderBefore(thread);
    if (holder == null) {
      return List.of();
    }
    List<String> facts = new ArrayList<>();
    facts.add("it waits for a lock that '" + holder.getName() + "' holds");
    facts.addAll(Failures.frames(holder.getStackTrace()));
    return facts;
  }

  private static void report(Driver driver, Incarnation incarnation, List<Thread> chain) {
    List<String> facts = new ArrayList<>();
    for (int i = 0; i < chain.size(); i++) {
      Thread thread = chain.get(i);
      Thread holder = chain.get((i + 1) % chain.size());
      if (!thread.isAlive()) {
        continue;
      }
      facts.add(
          "'"
              + thread.getName()
              + "' waits for a lock that '"
              + holder.getName()
              + "' holds"
              + (holder.isAlive() ? "" : ", which has ended without letting it go"));
      facts.addAll(Failures.frames(thread.getStackTrace()));
    }
    Thread last = chain.getLast();
    String what =
        last.isAlive()
            ? "threads wait for each other and can never go on"
            : "'" + last.getName() + "' has ended with a lock that others wait for";
    driver.fail(FailureKind.DEADLOCK, incarnation.name() + ": " + what, facts);
  }
}
