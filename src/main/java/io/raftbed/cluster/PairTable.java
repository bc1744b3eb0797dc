package io.raftbed.cluster;

import java.util.Arrays;

/**
 * A map from two ints to a long, without boxes: invariants look into one for each entry of each
 * message. Eight neighbours in the second int share a cache line, as entries of one message do.
 */
final class PairTable {
  /** What {@link #get} returns for a pair that was never put; no value equals it. */
  static final long ABSENT = Long.MIN_VALUE;

  private static final int FIRST_CAPACITY = 64;

  private long[] keys = new long[FIRST_CAPACITY];
  private long[] values = filled(FIRST_CAPACITY);
  private int size;

  /** Returns the value put last for the pair, or {@link #ABSENT}. */
  long get(int first, int second) {
    return values[slot(keys, values, key(first, second))];
  }

  /** Puts a value other than {@link #ABSENT}; replaces the one before. */
  void put(int first, int second, long value) {
    long key = key(first, second);
    int slot = slot(keys, values, key);
    if (values[slot] == ABSENT) {
      size++;
      keys[slot] = key;
    }
    values[slot] = value;
    if (size * 2 > keys.length) {
      grow();
    }
  }

  private void grow() {
    long[] newKeys = new long[keys.length * 2];
    long[] newValues = filled(keys.length * 2);
    for (int i = 0; i < keys.length; i++) {
      if (values[i] != ABSENT) {
        int slot = slot(newKeys, newValues, keys[i]);
        newKeys[slot] = keys[i];
        newValues[slot] = values[i];
      }
    }
    keys = newKeys;
    values = newValues;
  }

  private static long[] filled(int length) {
    long[] array = new long[length];
    Arrays.fill(array, ABSENT);
    return array;
  }

  private static long key(int first, int second) {
    return (long) first << 32 | second & 0xFFFF_FFFFL;
  }

  private static int slot(long[] keys, long[] values, long key) {
    int mask = keys.length - 1;
    long block = (key >>> 3) * 0x9E3779B97F4A7C15L;
    int slot = ((int) (block >>> 40) << 3 | (int) key & 7) & mask;
    while (values[slot] != ABSENT && keys[slot] != key) {
      slot = slot + 1 & mask;
    }
    return slot;
  }
}
