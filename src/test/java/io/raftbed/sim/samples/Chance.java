package io.raftbed.sim.samples;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Draws that the program does not seed. */
public final class Chance {
  private Chance() {}

  public static String random() {
    return new Random().nextLong() + " " + new Random().nextLong();
  }

  public static String threadLocalRandom() throws InterruptedException {
    StringBuilder drawn = new StringBuilder();
    drawn.append(ThreadLocalRandom.current().nextLong());
    Thread thread = new Thread(() -> drawn.append(ThreadLocalRandom.current().nextLong()));
    thread.start();
    thread.join();
    return drawn.toString();
  }

  public static String mathRandom() {
    return Math.random() + " " + Math.random();
  }

  public static String uuid() {
    return UUID.randomUUID().toString();
  }

  public static String secureRandom() {
    return Long.toString(new SecureRandom().nextLong());
  }

  public static String splittableRandom() {
    return Long.toString(new SplittableRandom().nextLong());
  }

  public static String defaultGenerator() {
    return Long.toString(RandomGenerator.getDefault().nextLong());
  }

  public static String shuffle() {
    List<Integer> list = IntStream.range(0, 30).boxed().collect(Collectors.toList());
    Collections.shuffle(list);
    return new ArrayList<>(list).toString();
  }
}
