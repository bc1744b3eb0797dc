package io.raftbed.linearizability;

import java.util.Arrays;

/** A map from non-negative longs to ints: open addressing, linear probing, no removal. */
final class LongIntMap {

  /** Stands for no value; it cannot be stored. */
  static final int ABSENT = Integer.MIN_VALUE;

  private static final int BYTES_PER_ENTRY = Long.BYTES + Integer.BYTES;

  private final Meter meter;
  private long[] keys;
  private int[] values;
  private int size;

  LongIntMap(Meter meter) {
    this.meter = meter;
    keys = new long[0];
    values = new int[0];
    resize(16);
  }

  int get(long key) {
    int mask = keys.length - 1;
    for (int at = slot(key, mask); ; at = (at + 1) & mask) {
      if (keys[at] == key) {
        return values[at];
      }
      if (keys[at] == -1) {
        return ABSENT;
      }
    }
  }

  /** Adds a key that is not there yet. */
  void add(long key, int value) {
    if (++size * 2 > keys.length) {
      resize(keys.length * 2);
    }
    insert(key, value);
  }

  private void insert(long key, int value) {
    int mask = keys.length - 1;
    int at = slot(key, mask);
    while (keys[at] != -1) {
      at = (at + 1) & mask;
    }
    keys[at] = key;
    values[at] = value;
  }

  private void resize(int length) {
    meter.allocate((long) (length - keys.length) * BYTES_PER_ENTRY);
    long[] oldKeys = keys;
    int[] oldValues = values;
    keys = new long[length];
    Arrays.fill(keys, -1);
    values = new int[length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != -1) {
        insert(oldKeys[i], oldValues[i]);
      }
    }
  }

  private static int slot(long key, int mask) {
    long z = key * 0x9E3779B97F4A7C15L;
    return (int) (z ^ (z >>> 32)) & mask;
  }
}
