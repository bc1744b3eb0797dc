package io.raftbed.storage;

import static java.util.concurrent.TimeUnit.MICROSECONDS;

import io.raftbed.sim.Delay;

/**
 * How a simulated disk behaves.
 *
 * @param access how long it takes to read, write, rename or delete: what the cache does
 * @param sync how long it takes to make a file or the directory durable
 * @param faults what else may happen
 */
public record DiskProfile(Delay access, Delay sync, DiskFaults faults) {

  /** A solid-state drive: 5 to 50 µs for the cache, mostly well below 1 ms for a sync. */
  public static final DiskProfile SSD =
      new DiskProfile(micros(5, 50), longTail(50, 2_000), DiskFaults.NONE);

  /** The same speed with other faults. */
  public DiskProfile withFaults(DiskFaults other) {
    return new DiskProfile(access, sync, other);
  }

  private static Delay micros(long min, long max) {
    return new Delay.Uniform(MICROSECONDS.toNanos(min), MICROSECONDS.toNanos(max));
  }

  private static Delay longTail(long min, long max) {
    return new Delay.LongTail(MICROSECONDS.toNanos(min), MICROSECONDS.toNanos(max));
  }
}
