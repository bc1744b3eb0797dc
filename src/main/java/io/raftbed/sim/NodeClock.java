package io.raftbed.sim;

import io.raftbed.sim.agent.World;

/**
 * A node's clock, over all its lives. It shows the simulation's time, unless it is made to run fast
 * or slow, or its wall time is set to another one. Timed waits of the node's threads follow it.
 */
public final class NodeClock {
  /** How far a clock may drift: up to 900,000 parts per million, either way. */
  public static final int MOST_PPM = 900_000;

  private static final long MILLION = 1_000_000;

  /** What System.nanoTime shows at virtual time 0: its origin is arbitrary, and never 0. */
  private static final long NANO_ORIGIN = 1_000_000_000_000L;

  private final Driver driver;
  private int ppm;

  /** When the drift last changed: the simulation's time then, and what this clock had counted. */
  private long changedAt;

  private long countedThen;
  private long wallOffset;

  NodeClock(Driver driver) {
    this.driver = driver;
  }

  /**
   * Makes the clock run fast (or slow, when negative) from now on, as a bad oscillator does; the
   * monotonic and the wall time alike. Waits that have begun end when they would have ended.
   *
   * @param partsPerMillion from -{@link #MOST_PPM} to {@link #MOST_PPM}; 0 to run true again
   * @throws IllegalArgumentException if it is out of range
   */
  public void drift(int partsPerMillion) {
    if (Math.abs(partsPerMillion) > MOST_PPM) {
      throw new IllegalArgumentException(
          "a drift of %d ppm; at most %d either way".formatted(partsPerMillion, MOST_PPM));
    }
    countedThen = counted();
    changedAt = driver.now();
    ppm = partsPerMillion;
  }

  /**
   * Sets the wall time forward (or back, when negative), as an operator or a time server does. The
   * monotonic time, and waits that follow it, do not change.
   *
   * @param nanos virtual nanoseconds
   */
  public void jump(long nanos) {
    wallOffset += nanos;
  }

  /** Returns whether the wall time has been set to another one. */
  public boolean wallTimeIsSet() {
    return wallOffset != 0;
  }

  /** Returns what System.nanoTime shows. */
  long nanoTime() {
    return NANO_ORIGIN + counted();
  }

  /** Returns what the wall clock shows, in nanoseconds since 1970. */
  long epochNanos() {
    return World.WALL_ORIGIN_NANOS + counted() + wallOffset;
  }

  /** Returns how long a wait that this clock measures takes in the simulation's time. */
  long delay(long nanos) {
    if (ppm == 0 || nanos <= 0) {
      return nanos;
    }
    // Rounded up: a wait that ended too early would begin again.
    long scaled = scaled(nanos, MILLION, MILLION + ppm);
    return scaled == Long.MAX_VALUE ? scaled : scaled + 1;
  }

  private long counted() {
    long sinceChange = driver.now() - changedAt;
    return countedThen + (ppm == 0 ? sinceChange : scaled(sinceChange, MILLION + ppm, MILLION));
  }

  private static long scaled(long nanos, long numerator, long denominator) {
    long whole = nanos / denominator;
    return whole > Long.MAX_VALUE / numerator
        ? Long.MAX_VALUE
        : whole * numerator + nanos % denominator * numerator / denominator;
  }
}
