package io.raftbed.sim.agent;

import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** What rewritten classes call in place of unseeded randomness. */
public final class RandomHooks {
  private static final String DEFAULT_ALGORITHM = "L32X64MixRandom";
  private static final long VERSION_BITS = 0xF000L;
  private static final long VERSION_4 = 0x4000L;
  private static final long VARIANT_RFC_9562 = Long.MIN_VALUE;

  private RandomHooks() {}

  /** Returns the seed of a generator that the program does not seed. */
  public static long seed() {
    World world = Hooks.world();
    return world == null ? new SplittableRandom().nextLong() : world.seed();
  }

  /** Stands for {@code Random::new}. */
  public static Random newRandom() {
    return new Random(seed());
  }

  /** Stands for {@code SplittableRandom::new}. */
  public static SplittableRandom newSplittableRandom() {
    return new SplittableRandom(seed());
  }

  /** Stands for Math.random and StrictMath.random. */
  public static double random() {
    World world = Hooks.world();
    return world == null ? Math.random() : (world.seed() >>> 11) * 0x1p-53;
  }

  /** Stands for UUID.randomUUID. */
  public static UUID randomUUID() {
    World world = Hooks.world();
    if (world == null) {
      return UUID.randomUUID();
    }
    long high = world.seed() & ~VERSION_BITS | VERSION_4;
    long low = world.seed() >>> 2 | VARIANT_RFC_9562;
    return new UUID(high, low);
  }

  /** Stands for Collections.shuffle(List). */
  public static void shuffle(List<?> list) {
    Collections.shuffle(list, newRandom());
  }

  /** Stands for RandomGenerator.getDefault. */
  public static RandomGenerator getDefault() {
    return of(DEFAULT_ALGORITHM);
  }

  /** Stands for RandomGenerator.of. */
  public static RandomGenerator of(String algorithm) {
    return algorithm.equals("SecureRandom")
        ? new SeededSecureRandom()
        : create(RandomGeneratorFactory.of(algorithm));
  }

  /** Stands for RandomGeneratorFactory.create. */
  public static RandomGenerator create(RandomGeneratorFactory<?> factory) {
    return Hooks.world() == null ? factory.create() : factory.create(seed());
  }

  /** Stands for SecureRandom.getInstance(String). */
  public static SecureRandom getInstance(String algorithm) throws NoSuchAlgorithmException {
    return Hooks.world() == null ? SecureRandom.getInstance(algorithm) : new SeededSecureRandom();
  }

  /** Stands for SecureRandom.getInstanceStrong. */
  public static SecureRandom getInstanceStrong() throws NoSuchAlgorithmException {
    return Hooks.world() == null ? SecureRandom.getInstanceStrong() : new SeededSecureRandom();
  }
}
