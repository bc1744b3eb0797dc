package io.raftbed.sim.samples;

import java.util.ArrayList;
import java.util.List;

/** Programs whose result depends on who runs next. */
public final class Races {
  private static final int THREADS = 3;
  private static final int TURNS = 5;

  private Races() {}

  /** What the threads share. */
  private static final class Counter {
    private int value;
  }

  private static void runAll(List<Thread> threads) throws InterruptedException {
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
  }

  /** Gives the order in which three threads took their turns. */
  public static String order() throws InterruptedException {
    StringBuilder seen = new StringBuilder();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      char name = (char) ('a' + i);
      threads.add(
          new Thread(() -> {
            for (int turn = 0; turn < TURNS; turn++) {
              seen.append(name);
              Thread.yield();
            }
          }));
    }
    runAll(threads);
    return seen.toString();
  }

  /** Counts to 2 where no update is lost; each thread reads early and writes late. */
  public static int lostUpdate() throws InterruptedException {
    Counter counter = new Counter();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      threads.add(
          new Thread(() -> {
            int read = counter.value;
            Thread.yield();
            counter.value = read + 1;
          }));
    }
    runAll(threads);
    return counter.value;
  }
}
