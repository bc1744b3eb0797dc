package io.raftbed.benchmarks;

import io.raftbed.cluster.Cluster;
import io.raftbed.cluster.ClusterOptions;
import io.raftbed.cluster.Invariants;
import io.raftbed.cluster.ServiceKind;
import io.raftbed.reference.raft.ReferenceRaft;
import io.raftbed.sim.Simulation;
import java.nio.charset.StandardCharsets;
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
 * Whether an event costs the same when the log is long: see the line "events", time for one. What
 * the kernel takes to give memory is no cost of an event: it is given before.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(jvmArgsAppend = {"-Xms2g", "-Xmx2g", "-XX:+AlwaysPreTouch"})
@Warmup(iterations = 1)
@Measurement(iterations = 1)
public class LongLogBenchmark extends LaunchedBenchmark {
  private static final int SERVERS = 3;

  /** The runs together agree on as many commands, whatever the length of a log. */
  private static final int COMMANDS = 1_000_000;

  /** How many entries the log has in the end; no snapshots are taken. */
  @Param({"1000", "10000", "100000", "1000000"})
  public int entries;

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
    for (int run = 0; run < COMMANDS / entries; run++) {
      counter.events += Runs.of(this::agree);
    }
  }

  private void agree(Simulation simulation) {
    Cluster cluster =
        new Cluster(
            simulation,
            new ClusterOptions(
                SERVERS, ReferenceRaft::make, ServiceKind.Log.WITHOUT_SNAPSHOTS, Invariants.ALL));
    for (int i = 0; i < entries; i++) {
      cluster.agree(("cmd-" + i).getBytes(StandardCharsets.US_ASCII), SERVERS, true);
    }
  }
}
