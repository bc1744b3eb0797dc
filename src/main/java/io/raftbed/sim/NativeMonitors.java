package io.raftbed.sim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Monitors that the JDK's own code uses (a timer's queue, a synchronized collection). The JVM hands
 * a freed one over through a thread of its own, at a moment of its own; here the hand-over is taken
 * back to the carrier, after the step that freed the monitor, in the order of thread ids.
 */
final class NativeMonitors {
  private final Driver driver;
  private final List<Thread> blocked = new ArrayList<>();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final ConcurrentLinkedQueue<Thread> unblocked = new ConcurrentLinkedQueue<>();

  NativeMonitors(Driver driver) {
    this.driver = driver;
  }

  /**
   * Whether a thread whose step has just ended was stopped by a monitor that no thread of this
   * simulation holds: another simulation of this JVM does, or the JVM (class loading, a table of
   * the JDK). Waits in real time until the monitor is free, so that the step goes on as if nothing
   * had been: otherwise its length would depend on what else the JVM runs.
   */
  boolean stoppedFromOutside(Thread thread) {
    if (VirtualThreads.state(thread) != VirtualThreads.BLOCKED || driver.holdsMonitorOf(thread)) {
      return false;
    }
    while (!unblocked.remove(thread)) {
      Thread.onSpinWait();
    }
    VirtualThreads.unblock(thread);
    // It goes on within this step, so it must not stand among those that wait for theirs.
    return driver.runQueue().removeIf(task -> task.thread() == thread);
  }

  /** Looks at a thread whose step has ended, and at those it may have unblocked. */
  void afterStep(Thread thread) {
    if (isNative(thread)) {
      blocked.add(thread);
    }
    if (!blocked.isEmpty()) {
      settle();
    }
  }

  private static boolean isNative(Thread thread) {
    int state = VirtualThreads.state(thread);
    return state == VirtualThreads.BLOCKED
        || state == VirtualThreads.WAIT
        || state == VirtualThreads.TIMED_WAIT;
  }

  /** The JVM's unblocker is about to tell of a thread; called by the unblocker. */
  Object inFlight() {
    return inFlight.incrementAndGet();
  }

  /**
   * A native monitor was handed to a thread. Returns empty-handed when the carrier itself asks, so
   * that the JDK goes on; keeps the thread for the carrier otherwise.
   */
  @Nullable Object unblocked(Thread thread) {
    if (driver.isCurrent()) {
      return null;
    }
    unblocked.add(thread);
    return inFlight.decrementAndGet();
  }

  private void settle() {
    // In this order: a thread is announced as in flight before it leaves the waiting list.
    while (blocked.stream().anyMatch(VirtualThreads::onWaitingList) || inFlight.get() > 0) {
      Thread.onSpinWait();
    }
    List<Thread> ready = new ArrayList<>();
    for (Thread thread = unblocked.poll(); thread != null; thread = unblocked.poll()) {
      ready.add(thread);
    }
    ready.sort(Comparator.comparingLong(Thread::threadId));
    ready.forEach(VirtualThreads::unblock);
    blocked.removeIf(thread -> !isNative(thread));
  }
}
