package io.raftbed.sim.agent.samples;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Reads the clock, the machine and randomness. */
public class Values {
  /** Seeds itself through its superclass. */
  private static class Dice extends Random {
    private static final long serialVersionUID = 1L;

    int roll() {
      return 1 + nextInt(6);
    }
  }

  public static List<Object> time() {
    LongSupplier reference = System::nanoTime;
    return List.of(System.nanoTime(), System.currentTimeMillis(), reference.getAsLong());
  }

  public static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }

  public static void print() {
    System.out.println("to out");
    System.err.println("to err");
    List.of("by reference").forEach(System.out::println);
  }

  public static List<Object> random() throws Exception {
    List<Object> drawn = new ArrayList<>();
    Supplier<Random> makeRandom = Random::new;
    Supplier<SplittableRandom> makeSplittable = SplittableRandom::new;
    Supplier<SecureRandom> makeSecure = SecureRandom::new;
    DoubleSupplier makeDouble = Math::random;
    drawn.add(new Random().nextLong());
    drawn.add(new Dice().roll());
    drawn.add(new SplittableRandom().nextLong());
    drawn.add(makeRandom.get().nextLong());
    drawn.add(makeSplittable.get().nextLong());
    drawn.add(makeSecure.get().nextLong());
    drawn.add(makeDouble.getAsDouble());
    drawn.add(Math.random() + StrictMath.random());
    drawn.add(UUID.randomUUID());
    drawn.add(RandomGenerator.getDefault().nextLong());
    drawn.add(RandomGenerator.of("L64X128MixRandom").nextLong());
    drawn.add(RandomGenerator.of("SecureRandom").nextLong());
    drawn.add(RandomGeneratorFactory.of("Random").create().nextLong());
    drawn.add(new SecureRandom().nextLong());
    drawn.add(new SecureRandom(new byte[] {1}).nextLong());
    drawn.add(SecureRandom.getInstance("SHA1PRNG").nextLong());
    drawn.add(SecureRandom.getInstanceStrong().nextLong());
    List<Integer> shuffled = new ArrayList<>(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9));
    Collections.shuffle(shuffled);
    drawn.add(shuffled);
    return drawn;
  }

  public static long seeded() {
    return new Random(7).nextLong() + new SplittableRandom(7).nextLong();
  }
}
