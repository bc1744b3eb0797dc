package io.raftbed.cluster;

import java.util.Arrays;

/**
 * Log indexes that a follower acknowledged, growing, and when; without boxes, as there are many.
 */
final class Acknowledgements {
  private int[] indexes = new int[16];
  private long[] times = new long[16];
  private long[] nanos = new long[16];
  private int size;

  /**
   * Takes an index that is above all before; ignores any other.
   *
   * @param time when, by the invariant's own count
   * @param virtualNanos when, in virtual nanoseconds
   */
  void add(int index, long time, long virtualNanos) {
    if (index <= last()) {
      return;
    }
    if (size == indexes.length) {
      indexes = Arrays.copyOf(indexes, 2 * size);
      times = Arrays.copyOf(times, 2 * size);
      nanos = Arrays.copyOf(nanos, 2 * size);
    }
    indexes[size] = index;
    times[size] = time;
    nanos[size++] = virtualNanos;
  }

  void clear() {
    size = 0;
  }

  /** Returns the highest index, 0 when there is none. */
  int last() {
    return size == 0 ? 0 : indexes[size - 1];
  }

  /** Returns the lowest index that is at least as high as one that is no higher than the last. */
  int covering(int index) {
    return indexes[position(index)];
  }

  /** Returns when {@link #covering} was acknowledged. */
  long timeOfCovering(int index) {
    return times[position(index)];
  }

  /** As {@link #timeOfCovering}, in virtual nanoseconds. */
  long nanosOfCovering(int index) {
    return nanos[position(index)];
  }

  private int position(int index) {
    int found = Arrays.binarySearch(indexes, 0, size, index);
    return found >= 0 ? found : -found - 1;
  }
}
