package io.raftbed.cluster;

import java.util.Arrays;

/**
 * A map from two ints to a long, without boxes: invariants look into one for each entry of each
 * message. Neighbours in the second int lie side by side, as entries of one message do.
 */
public final class PairTable {
  /** What {@link #get} returns for a pair that was never put; no value equals it. */
  public static final long ABSENT = Long.MIN_VALUE;

  private static final int FIRST_CAPACITY = 64;

  /** By turns a key and its value, so that one access to memory fetches both. */
  private long[] slots = empty(FIRST_CAPACITY);

  private int size;

  /** Returns the value put last for the pair, or {@link #ABSENT}. */
  public long get(int first, int second) {
    return slots[slot(slots, key(first, second)) + 1];
  }

  /** Puts a value other than {@link #ABSENT}; replaces the one before. */
  public void put(int first, int second, long value) {
    long key = key(first, second);
    int slot = slot(slots, key);
    boolean isNew = slots[slot + 1] == ABSENT;
    slots[slot] = key;
    slots[slot + 1] = value;
    if (isNew && ++size * 4 > slots.length) {
      grow();
    }
  }

  private void grow() {
    long[] grown = empty(slots.length);
    for (int i = 0; i < slots.length; i += 2) {
      if (slots[i + 1] != ABSENT) {
        int slot = slot(grown, slots[i]);
        grown[slot] = slots[i];
        grown[slot + 1] = slots[i + 1];
      }
    }
    slots = grown;
  }

  private static long[] empty(int capacity) {
    long[] slots = new long[capacity * 2];
    Arrays.fill(slots, ABSENT);
    return slots;
  }

  private static long key(int first, int second) {
    return (long) first << 32 | second & 0xFFFF_FFFFL;
  }

  private static int slot(long[] slots, long key) {
    int mask = slots.length - 2;
    long block = (key >>> 3) * 0x9E3779B97F4A7C15L;
    int slot = ((int) (block >>> 40) << 4 | ((int) key & 7) << 1) & mask;
    while (slots[slot] != key && slots[slot + 1] != ABSENT) {
      slot = slot + 2 & mask;
    }
    return slot;
  }
}
