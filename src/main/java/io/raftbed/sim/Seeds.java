package io.raftbed.sim;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Splits one seed into independent named streams. */
final class Seeds {
  private static final long FNV_OFFSET = 0xCBF29CE484222325L;
  private static final long FNV_PRIME = 0x100000001B3L;

  private Seeds() {}

  /** Derives the seed of a stream from its label (FNV-1a) and the seed above it. */
  static long derive(long seed, String label) {
    long hash = FNV_OFFSET;
    for (int i = 0; i < label.length(); i++) {
      hash = (hash ^ label.charAt(i)) * FNV_PRIME;
    }
    return derive(seed, hash);
  }

  /** Derives the seed of a stream from its number and the seed above it. */
  static long derive(long seed, long number) {
    long z = seed * 0x9E3779B97F4A7C15L ^ number;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  static RandomGenerator stream(long seed, String label) {
    return new SplittableRandom(derive(seed, label));
  }
}
