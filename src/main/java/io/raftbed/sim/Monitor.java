package io.raftbed.sim;

import java.util.ArrayDeque;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** One simulated monitor: what synchronized, wait and notify do to one object. */
final class Monitor {
  @Nullable Thread owner;
  private int holds;
  private int insideWait;
  private final ArrayDeque<Thread> entering = new ArrayDeque<>(2);
  private final ArrayDeque<Waiter> waiting = new ArrayDeque<>(2);

  private static final class Waiter {
    final Thread thread;
    boolean notified;

    Waiter(Thread thread) {
      this.thread = thread;
    }
  }

  void enter(Thread current) {
    if (owner == current) {
      holds++;
    } else {
      acquire(current, 1);
    }
  }

  private void acquire(Thread current, int wanted) {
    boolean interrupted = false;
    if (owner != null) {
      entering.add(current);
      while (owner != null) {
        LockSupport.park(this);
        // Entering a monitor cannot be interrupted, and parking returns at once while it is.
        interrupted |= Thread.interrupted();
      }
      entering.remove(current);
    }
    owner = current;
    holds = wanted;
    if (interrupted) {
      current.interrupt();
    }
  }

  void exit(Thread current) {
    requireOwner(current);
    if (--holds == 0) {
      release();
    }
  }

  private void release() {
    owner = null;
    LockSupport.unpark(entering.peek());
  }

  /** Object.wait; 0 waits for ever. */
  void await(Thread current, long millis, LongSupplier clock) throws InterruptedException {
    requireOwner(current);
    if (millis < 0) {
      throw new IllegalArgumentException("timeout value is negative");
    }
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    Waiter waiter = new Waiter(current);
    waiting.add(waiter);
    insideWait++;
    int held = holds;
    holds = 0;
    release();
    boolean interrupted = park(waiter, millis, clock);
    waiting.remove(waiter);
    acquire(current, held);
    insideWait--;
    if (interrupted) {
      if (!waiter.notified) {
        throw new InterruptedException();
      }
      current.interrupt();
    }
  }

  /** Parks until notified or out of time; returns whether an interrupt came first. */
  private boolean park(Waiter waiter, long millis, LongSupplier clock) {
    long deadline =
        millis == 0 ? Long.MAX_VALUE : clock.getAsLong() + Math.multiplyExact(millis, 1_000_000L);
    while (!waiter.notified && clock.getAsLong() < deadline) {
      if (millis == 0) {
        LockSupport.park(this);
      } else {
        LockSupport.parkNanos(this, deadline - clock.getAsLong());
      }
      if (Thread.interrupted()) {
        return true;
      }
    }
    return false;
  }

  void signal(Thread current) {
    requireOwner(current);
    Waiter waiter = waiting.poll();
    if (waiter != null) {
      waiter.notified = true;
      LockSupport.unpark(waiter.thread);
    }
  }

  void signalAll(Thread current) {
    requireOwner(current);
    while (!waiting.isEmpty()) {
      signal(current);
    }
  }

  /**
   * Whether nobody holds it, enters it or is inside wait, notified or not, so that it can be
   * forgotten.
   */
  boolean idle() {
    return owner == null && entering.isEmpty() && insideWait == 0;
  }

  boolean isEntering(Thread thread) {
    return entering.contains(thread);
  }

  private void requireOwner(@Nullable Thread current) {
    if (owner != current) {
      throw new IllegalMonitorStateException("current thread is not owner");
    }
  }
}
