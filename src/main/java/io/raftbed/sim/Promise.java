package io.raftbed.sim;

import java.util.Optional;

/**
 * A value that one simulated thread waits for, once; completed by an event or by another thread.
 *
 * @param <T> the value
 */
public final class Promise<T> {
  /** Completes with a value; returns false when it was complete already. */
  public boolean complete(T value) {
    throw new UnsupportedOperationException("skeleton");
  }

  /** Completes without a value; returns false when it was complete already. */
  public boolean completeEmpty() {
    throw new UnsupportedOperationException("skeleton");
  }

  /** Returns whether it was completed. */
  public boolean done() {
    throw new UnsupportedOperationException("skeleton");
  }

  /** Waits, in virtual time, until it is complete; ignores interrupts. */
  public Optional<T> await() {
    throw new UnsupportedOperationException("skeleton");
  }

  /** Waits up to {@code nanos} virtual nanoseconds; empty also when that time is up. */
  public Optional<T> await(long nanos) {
    throw new UnsupportedOperationException("skeleton");
  }
}
