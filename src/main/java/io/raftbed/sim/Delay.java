package io.raftbed.sim;

import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** How long something takes: a message on its way, an operation of a disk; drawn anew each time. */
public sealed interface Delay {

  /** Draws one delay, in virtual nanoseconds. */
  long draw(RandomGenerator random);

  /** Returns a delay of exactly so many virtual milliseconds. */
  static Delay millis(long millis) {
    return new Constant(TimeUnit.MILLISECONDS.toNanos(millis));
  }

  /** Returns a delay that is equally likely to be anything between two virtual milliseconds. */
  static Delay millis(long min, long max) {
    return new Uniform(TimeUnit.MILLISECONDS.toNanos(min), TimeUnit.MILLISECONDS.toNanos(max));
  }

  /**
   * Always the same.
   *
   * @param nanos the delay, from 0
   */
  record Constant(long nanos) implements Delay {
    public Constant {
      requireOrdered(0, nanos);
    }

    @Override
    public long draw(RandomGenerator random) {
      return nanos;
    }
  }

  /**
   * Every value of a range is equally likely.
   *
   * @param minNanos the shortest delay, from 0
   * @param maxNanos the longest delay, itself included
   */
  record Uniform(long minNanos, long maxNanos) implements Delay {
    public Uniform {
      requireOrdered(minNanos, maxNanos);
    }

    @Override
    public long draw(RandomGenerator random) {
      return minNanos + random.nextLong(maxNanos - minNanos + 1);
    }
  }

  /**
   * Mostly near the minimum, now and then far above it: a uniform draw below a uniform draw, the
   * shape of labrpc's long reordering.
   *
   * @param minNanos the shortest delay, from 0
   * @param maxNanos the longest delay, itself included
   */
  record LongTail(long minNanos, long maxNanos) implements Delay {
    public LongTail {
      requireOrdered(minNanos, maxNanos);
    }

    @Override
    public long draw(RandomGenerator random) {
      long bound = random.nextLong(maxNanos - minNanos + 1);
      return minNanos + random.nextLong(bound + 1);
    }
  }

  private static void requireOrdered(long min, long max) {
    if (min < 0 || max < min) {
      throw new IllegalArgumentException(
          "A delay of %d to %d ns is not a range of non-negative times.".formatted(min, max));
    }
  }
}
