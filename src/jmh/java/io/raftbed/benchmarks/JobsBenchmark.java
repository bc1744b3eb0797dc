package io.raftbed.benchmarks;

import io.raftbed.suite.SuiteTest;
import io.raftbed.trace.TraceSink;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How much faster two jobs are than one, warm: {@code oneJob} divided by {@code twoJobs}, which are
 * milliseconds for the same runs. Both take turns in one JVM, as the speed of a machine varies more
 * from minute to minute than they differ.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@Fork(jvmArgsAppend = "-Xmx768m")
@Warmup(iterations = 4)
@Measurement(iterations = 12)
public class JobsBenchmark extends LaunchedBenchmark {
  /** The suites of one seed, by name; all 28 classic tests. */
  @Param("3A,3B,3C,3D")
  public String suites;

  /** How many seeds make a turn. */
  @Param("32")
  public int seeds;

  private List<SuiteTest> tests = List.of();
  private long next = 1;

  /** Milliseconds of both turns. */
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class Turns {
    /** One job makes all runs. */
    public long oneJob;

    /** Two jobs share the same runs. */
    public long twoJobs;
  }

  /** Loads the program under test. */
  @Setup
  public void load() {
    Runs.loadReference();
    tests = Runs.tests(suites);
  }

  /** Runs the next seeds by one job, and again by two. */
  @Benchmark
  public void turn(Turns turns) throws InterruptedException {
    turns.oneJob += millis(1);
    turns.twoJobs += millis(2);
    next += seeds;
  }

  private long millis(int jobs) throws InterruptedException {
    AtomicInteger taken = new AtomicInteger();
    long start = System.nanoTime();
    List<Thread> threads =
        IntStream.range(0, jobs)
            .mapToObj(_ -> Thread.ofPlatform().start(() -> runThoseOf(taken)))
            .toList();
    for (Thread thread : threads) {
      thread.join();
    }
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }

  /** Takes one run after the other until all are taken, as a sweep's jobs do. */
  private void runThoseOf(AtomicInteger taken) {
    for (int i = taken.getAndIncrement(); i < seeds * tests.size(); i = taken.getAndIncrement()) {
      SuiteTest test = tests.get(i % tests.size());
      Runs.of(test, next + i / tests.size(), TraceSink.NONE);
    }
  }
}
