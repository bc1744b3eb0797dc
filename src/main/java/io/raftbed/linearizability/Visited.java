package io.raftbed.linearizability;

import java.util.Arrays;

/**
 * The configurations that a search has been in: stage, placed open operations, state. A
 * configuration is also known when one was visited that differs only in having placed fewer
 * optional operations: whatever leads on from the former leads on from the latter.
 *
 * <p>All are kept in one array; those that agree but for optional operations are chained.
 */
final class Visited {

  private static final int NONE = -1;
  private static final long REMOVED = -1L;

  private final Meter meter;
  private final int exactWords;
  private final int words;
  private final int width;
  private long[] entries;
  private int[] chain;
  private int[] heads;
  private int size;

  /**
   * Makes an empty set.
   *
   * @param words how many words a set of slots has
   * @param exactWords how many of these are of operations that are not optional
   */
  Visited(Meter meter, int words, int exactWords) {
    this.meter = meter;
    this.words = words;
    this.exactWords = Math.min(words, exactWords);
    width = words + 1;
    entries = new long[0];
    chain = new int[0];
    heads = new int[0];
    grow(16);
  }

  /** Adds a configuration; returns its number, or -1 if it need not be visited. */
  int add(int stage, int state, long[] placed) {
    long head = (long) stage << 32 | state;
    if (size == chain.length) {
      grow(2 * size);
    }
    int bucket = bucket(head, placed, 0);
    for (int at = heads[bucket]; at != NONE; at = chain[at]) {
      if (covers(at * width, head, placed)) {
        return NONE;
      }
      meter.unit();
    }
    int base = size * width;
    entries[base] = head;
    System.arraycopy(placed, 0, entries, base + 1, words);
    chain[size] = heads[bucket];
    heads[bucket] = size;
    return size++;
  }

  /** Forgets one, as what led on from it has not all been tried. */
  void remove(int number) {
    if (number != NONE) {
      entries[number * width] = REMOVED;
    }
  }

  private boolean covers(int base, long head, long[] placed) {
    if (entries[base] != head) {
      return false;
    }
    for (int i = 0; i < exactWords; i++) {
      if (entries[base + 1 + i] != placed[i]) {
        return false;
      }
    }
    for (int i = exactWords; i < words; i++) {
      if ((entries[base + 1 + i] & ~placed[i]) != 0) {
        return false;
      }
    }
    return true;
  }

  private int bucket(long head, long[] set, int offset) {
    long hash = head * 0x9E3779B97F4A7C15L;
    for (int i = 0; i < exactWords; i++) {
      hash = (hash ^ (hash >>> 29) ^ set[offset + i]) * 0xBF58476D1CE4E5B9L;
    }
    return (int) (hash ^ (hash >>> 32)) & (heads.length - 1);
  }

  private void grow(int capacity) {
    meter.allocate((long) (capacity - chain.length) * (8L * width + 12));
    entries = Arrays.copyOf(entries, Math.multiplyExact(capacity, width));
    chain = Arrays.copyOf(chain, capacity);
    heads = new int[2 * capacity];
    Arrays.fill(heads, NONE);
    for (int number = 0; number < size; number++) {
      long[] exact = Arrays.copyOfRange(entries, number * width + 1, number * width + 1 + words);
      int bucket = bucket(entries[number * width], exact, 0);
      chain[number] = heads[bucket];
      heads[bucket] = number;
    }
  }
}
