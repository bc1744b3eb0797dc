package io.raftbed.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.sim.samples.Lives;
import io.raftbed.sim.samples.Pools;
import io.raftbed.sim.samples.Races;
import io.raftbed.trace.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Simulations of one JVM share nothing, and leave nothing behind. */
class IsolationTest {
  private static final int SIDE_BY_SIDE = 8;
  private static final int ROUNDS = 10;
  private static final int SIMULATIONS = 20;
  private static final int THREADS = 1_000;
  private static final int BYTES_A_THREAD = 10_000;
  private static final long MOST_GROWTH = 40_000_000;

  @BeforeAll
  static void load() {
    for (Class<?> sample : List.of(Lives.class, Pools.class, Races.class)) {
      assertThat(Programs.load(sample)).isEqualTo(new Verdict.Pass());
    }
  }

  private static SimulatedRun run(int number) {
    List<Callable<Object>> programs =
        List.of(Pools::scheduled, Pools::fixed, Pools::timer, Races::order, Lives::sleepInsideList);
    return SimulatedRun.of(number, SimulatedRun.RANDOM, programs.get(number % programs.size()));
  }

  @Test
  void simulationsSideBySideAreAsTheyAreAlone() throws Exception {
    List<SimulatedRun> alone = new ArrayList<>();
    for (int i = 0; i < SIDE_BY_SIDE; i++) {
      alone.add(run(i));
    }
    try (ExecutorService pool = Executors.newFixedThreadPool(SIDE_BY_SIDE)) {
      for (int round = 0; round < ROUNDS; round++) {
        List<Future<SimulatedRun>> together = new ArrayList<>();
        for (int i = 0; i < SIDE_BY_SIDE; i++) {
          int number = i;
          together.add(pool.submit(() -> run(number)));
        }
        for (int i = 0; i < SIDE_BY_SIDE; i++) {
          assertThat(together.get(i).get()).isEqualTo(alone.get(i));
        }
      }
    }
  }

  /** If they stayed, 20,000 dropped threads would hold 200 MB. */
  @Test
  void droppedThreadsAreGarbage() {
    crashThreads();
    long before = usedAfterCollection();
    for (int i = 0; i < SIMULATIONS; i++) {
      crashThreads();
    }
    assertThat(usedAfterCollection() - before).isLessThan(MOST_GROWTH);
  }

  private static void crashThreads() {
    SimulatedRun.passes(simulation -> {
      Incarnation node = simulation.boot(0, "server 0");
      int[] touched = new int[1];
      for (int i = 0; i < THREADS; i++) {
        byte[] held = new byte[BYTES_A_THREAD];
        node.start(
            "holder",
            () -> {
              simulation.sleep(TimeUnit.DAYS.toNanos(1));
              touched[0] += held.length;
            });
      }
      simulation.sleep(TimeUnit.MILLISECONDS.toNanos(10));
      node.crash();
      assertThat(touched[0]).isZero();
    });
  }

  private static long usedAfterCollection() {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
