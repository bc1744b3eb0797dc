package io.raftbed.benchmarks;

import io.raftbed.cluster.Cluster;
import io.raftbed.cluster.ClusterOptions;
import io.raftbed.cluster.Invariants;
import io.raftbed.cluster.ServiceKind;
import io.raftbed.reference.raft.ReferenceRaft;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
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

/**
 * Whether an event costs the same in large clusters: see the line "events", time for one. What the
 * kernel takes to give memory is no cost of an event: it is given before.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(jvmArgsAppend = {"-Xms2g", "-Xmx2g", "-XX:+AlwaysPreTouch"})
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 3, time = 5)
public class ScaleBenchmark extends LaunchedBenchmark {
  /** For as many messages in each run, whatever the size. */
  private static final int MESSAGES = 6_000;

  /** How many servers. */
  @Param({"3", "11", "31", "101"})
  public int servers;

  /** Counts events beside the time. */
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  @State(Scope.Thread)
  public static class Events {
    /** Events of the runs. */
    public long events;
  }

  /** Loads the program under test. */
  @Setup
  public void load() {
    Runs.loadReference();
  }

  /** Agrees on commands one after the other. */
  @Benchmark
  public void agree(Events counter) {
    counter.events +=
        Runs.of(simulation -> {
          Cluster cluster =
              new Cluster(
                  simulation,
                  new ClusterOptions(
                      servers,
                      ReferenceRaft::make,
                      ServiceKind.Log.WITHOUT_SNAPSHOTS,
                      Invariants.ALL));
          for (int i = 0; i < MESSAGES / servers; i++) {
            cluster.agree(("cmd-" + i).getBytes(), servers, true);
          }
        });
  }
}
