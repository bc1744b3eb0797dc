package io.raftbed.linearizability;

/** Sets of small numbers as bits in longs. */
final class Bits {

  private Bits() {}

  static int words(int bits) {
    return (bits + 63) >>> 6;
  }

  static boolean get(long[] set, int bit) {
    return (set[bit >>> 6] & (1L << bit)) != 0;
  }

  static void set(long[] set, int bit) {
    set[bit >>> 6] |= 1L << bit;
  }

  static void clear(long[] set, int bit) {
    set[bit >>> 6] &= ~(1L << bit);
  }
}
