package io.raftbed.sim;

import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A value that one simulated thread waits for, once; completed by an event or by another thread of
 * the same simulation.
 *
 * @param <T> the value
 */
public final class Promise<T> {
  private final Simulation simulation;
  private @Nullable T value;
  private boolean done;
  private @Nullable Thread waiter;

  /** Makes a promise of one simulation. */
  public Promise(Simulation simulation) {
    this.simulation = simulation;
  }

  /** Completes with a value; returns false when it was complete already. */
  public boolean complete(T result) {
    if (done) {
      return false;
    }
    value = result;
    return finish();
  }

  /** Completes without a value; returns false when it was complete already. */
  public boolean completeEmpty() {
    return !done && finish();
  }

  private boolean finish() {
    done = true;
    LockSupport.unpark(waiter);
    return true;
  }

  /** Returns whether it was completed. */
  public boolean done() {
    return done;
  }

  /** Waits, in virtual time, until it is complete; an interrupt is kept for later. */
  public Optional<T> await() {
    return await(Long.MAX_VALUE);
  }

  /**
   * Waits up to {@code nanos} virtual nanoseconds; empty also when that time is up. An interrupt is
   * kept for later.
   */
  public Optional<T> await(long nanos) {
    waiter = Thread.currentThread();
    boolean interrupted = false;
    long deadline = nanos == Long.MAX_VALUE ? Long.MAX_VALUE : simulation.now() + nanos;
    while (!done && simulation.now() < deadline) {
      if (deadline == Long.MAX_VALUE) {
        LockSupport.park(this);
      } else {
        LockSupport.parkNanos(this, deadline - simulation.now());
      }
      interrupted |= Thread.interrupted();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    waiter = null;
    return Optional.ofNullable(value);
  }
}
