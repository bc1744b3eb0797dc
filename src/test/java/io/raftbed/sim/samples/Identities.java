package io.raftbed.sim.samples;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What depends, in a plain JVM, on addresses, salts, counters and the machine. */
public final class Identities {
  private Identities() {}

  private enum Color {
    RED,
    GREEN,
    BLUE,
    WHITE
  }

  private static final class Plain {
    private final int number;

    Plain(int number) {
      this.number = number;
    }

    @Override
    public String toString() {
      return Integer.toString(number);
    }
  }

  public static String setOf() {
    return Set.of("a", "b", "c", "d", "e") + " " + Set.of(1, 2) + Set.copyOf(Set.of(7, 8, 9));
  }

  public static String mapOf() {
    return Map.of("a", 1, "b", 2, "c", 3, "d", 4).toString();
  }

  public static String identityHashCode() {
    Object bare = new Object();
    byte[] array = new byte[4];
    return System.identityHashCode(bare)
        + " "
        + new Plain(1).hashCode()
        + " "
        + System.identityHashCode(array)
        + " "
        + bare;
  }

  public static String hashSet() {
    Set<Plain> set = new HashSet<>();
    Map<Plain, String> map = new ConcurrentHashMap<>();
    for (int i = 0; i < 20; i++) {
      set.add(new Plain(i));
      map.put(new Plain(i), "");
    }
    return set + " " + map.keySet();
  }

  public static String enums() {
    Map<Color, Integer> map = new HashMap<>();
    for (Color color : Color.values()) {
      map.put(color, color.ordinal());
    }
    return map + " " + Color.BLUE.hashCode();
  }

  public static String threads() throws InterruptedException, ExecutionException {
    StringBuilder seen = new StringBuilder();
    Thread thread = new Thread(() -> seen.append(Thread.currentThread().threadId()).append(' '));
    seen.append(thread).append(' ').append(thread.getName()).append(' ');
    thread.start();
    thread.join();
    ExecutorService pool = Executors.newFixedThreadPool(2);
    seen.append(pool.submit(() -> Thread.currentThread().toString()).get());
    return seen.append(' ').append(thread.hashCode()).toString();
  }

  public static String processors() {
    return Integer.toString(Runtime.getRuntime().availableProcessors());
  }

  public static String print() {
    System.out.println("one");
    System.err.printf("two %d%n", 2);
    System.out.print("never ended");
    return "";
  }
}
