package io.raftbed.trace;

/**
 * A rolling 64-bit hash over everything that happens in a run, in order. Two runs with one
 * fingerprint did the same things in the same order at the same virtual times.
 */
public final class Fingerprint {

  private long hash = 0x9E3779B97F4A7C15L;

  /** Mixes one value in: the SplittableRandom finaliser over the running hash. */
  public void add(long value) {
    long z = hash ^ value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    hash = (z ^ (z >>> 31)) + 0x9E3779B97F4A7C15L;
  }

  /** Returns the hash of all that was added so far. */
  public long value() {
    return hash;
  }

  /** Returns the hash as 16 hexadecimal digits. */
  public static String format(long fingerprint) {
    return "%016x".formatted(fingerprint);
  }
}
