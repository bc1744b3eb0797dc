package io.raftbed.sim.agent;

import java.security.SecureRandom;
import java.security.SecureRandomSpi;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** What rewritten classes make in place of a SecureRandom: as repeatable as the simulation. */
public final class SeededSecureRandom extends SecureRandom {
  private static final long serialVersionUID = 1L;

  /** As {@link SecureRandom#SecureRandom()}. */
  public SeededSecureRandom() {
    super(new Source(), null);
  }

  /** As {@link SecureRandom#SecureRandom(byte[])}; the node's stream decides all the same. */
  public SeededSecureRandom(byte[] seed) {
    this();
    setSeed(seed);
  }

  @Override
  public String getAlgorithm() {
    return "Seeded";
  }

  private static final class Source extends SecureRandomSpi {
    private static final long serialVersionUID = 1L;

    private final transient RandomGenerator generator =
        Hooks.world() == null ? new SecureRandom() : new SplittableRandom(RandomHooks.seed());

    /** A seed may only add to what is there, so leaving it out is right. */
    @Override
    protected void engineSetSeed(byte[] seed) {}

    @Override
    protected void engineNextBytes(byte[] bytes) {
      generator.nextBytes(bytes);
    }

    @Override
    protected byte[] engineGenerateSeed(int length) {
      byte[] seed = new byte[length];
      generator.nextBytes(seed);
      return seed;
    }
  }
}
