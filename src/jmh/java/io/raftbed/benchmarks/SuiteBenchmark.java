package io.raftbed.benchmarks;

import io.raftbed.suite.SuiteTest;
import io.raftbed.trace.TraceEvent;
import io.raftbed.trace.TraceSink;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What one seed of the suites takes on the reference, warm and on one core. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-javaagent:target/raftbed-agent.jar", "-XX:+UseSerialGC"})
@Warmup(iterations = 5, time = 10)
@Measurement(iterations = 5, time = 10)
public class SuiteBenchmark {
  /** The suites of one seed, by name; all 28 classic tests. */
  @Param("3A,3B,3C,3D")
  public String suites;

  /** Whether all events of a run are kept, as {@code raftbed replay} keeps them. */
  @Param({"false", "true"})
  public boolean trace;

  private long seed;

  /** Loads the program under test. */
  @Setup
  public void load() {
    Runs.loadReference();
  }

  /** Runs every test of the suites with the next seed. */
  @Benchmark
  public long seed() {
    seed++;
    long events = 0;
    for (SuiteTest test : Runs.tests(suites)) {
      List<TraceEvent> kept = new ArrayList<>();
      events += Runs.of(test, seed, trace ? kept::add : TraceSink.NONE);
    }
    return events;
  }
}
