package io.raftbed.sim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Monitors that the JDK's own code uses (a timer's queue, a synchronized collection). The JVM hands
 * a freed one over through a thread of its own, at a moment of its own; here the hand-over is
 * taken back to the carrier, after the step that freed the monitor, in the order of thread ids.
 */
final class NativeMonitors {
  private final Driver driver;
  private final List<Thread> blocked = new ArrayList<>();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final ConcurrentLinkedQueue<Thread> unblocked = new ConcurrentLinkedQueue<>();

  NativeMonitors(Driver driver) {
    this.driver = driver;
  }

  /** Looks at a thread whose step has ended. */
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
   * A native monitor was handed to a thread. Returns null when the carrier itself asks, so that the
   * JDK goes on; keeps it for the carrier otherwise.
   */
  @SuppressWarnings("NullAway") // null is the answer that the patched JDK asks for
  Object unblocked(Thread thread) {
    if (driver.isCurrent()) {
      return null;
    }
    unblocked.add(thread);
    inFlight.decrementAndGet();
    return thread;
  }

  private void settle() {
    do {
      while (inFlight.get() > 0 || blocked.stream().anyMatch(VirtualThreads::onWaitingList)) {
        Thread.onSpinWait();
      }
      List<Thread> ready = new ArrayList<>();
      for (Thread thread; (thread = unblocked.poll()) != null; ) {
        ready.add(thread);
      }
      ready.sort(Comparator.comparingLong(Thread::threadId));
      ready.forEach(VirtualThreads::unblock);
      blocked.removeIf(thread -> !isNative(thread));
    } while (heldElsewhere());
  }

  /**
   * Whether some thread is blocked by a monitor that no thread of this simulation holds: another
   * simulation of this JVM does, or the JVM. It is waited for in real time, so that nothing else
   * runs before it.
   */
  private boolean heldElsewhere() {
    for (Thread thread : blocked) {
      if (VirtualThreads.state(thread) == VirtualThreads.BLOCKED
          && !driver.holdsMonitorOf(thread)) {
        Thread.onSpinWait();
        return true;
      }
    }
    return false;
  }
}
