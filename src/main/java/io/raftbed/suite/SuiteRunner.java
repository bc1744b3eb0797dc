package io.raftbed.suite;

import io.raftbed.cluster.Cluster;
import io.raftbed.cluster.ClusterOptions;
import io.raftbed.cluster.Invariants;
import io.raftbed.lab.RaftFactory;
import io.raftbed.sim.Outcome;
import io.raftbed.sim.ScheduleKind;
import io.raftbed.sim.Simulation;
import io.raftbed.sim.SimulationOptions;
import io.raftbed.trace.FailureKind;
import io.raftbed.trace.Fingerprint;
import io.raftbed.trace.TraceSink;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Runs one test for one seed. */
public final class SuiteRunner {

  /** How long a test may take, in virtual nanoseconds. */
  private static final long TEST_LIMIT_NANOS = TimeUnit.SECONDS.toNanos(120);

  /** What the cluster gets on top of it to converge in the end. */
  private static final long CONVERGENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

  /** Where services take no snapshots, cluster options still want an interval. */
  private static final int UNUSED_INTERVAL = 10;

  private SuiteRunner() {}

  /**
   * Runs a test under all invariants; then ends all faults and demands that the cluster converges.
   *
   * @param raft makes the servers
   * @param seed decides, with the id of the test, everything that is drawn
   * @param schedule who runs next among the runnable threads
   * @param sink takes the events
   */
  public static TestResult run(
      SuiteTest test, RaftFactory raft, long seed, ScheduleKind schedule, TraceSink sink) {
    SimulationOptions options =
        new SimulationOptions(
            seedOf(test, seed), schedule, TEST_LIMIT_NANOS + CONVERGENCE_NANOS, sink);
    AtomicReference<TestContext> used = new AtomicReference<>();
    Outcome outcome =
        Simulation.run(
            options,
            simulation -> {
              Cluster cluster = new Cluster(simulation, clusterOptions(test, raft));
              TestContext context = new TestContext(simulation, cluster);
              used.set(context);
              drive(test, context);
            });
    // Empty when the servers failed as they were booted.
    Optional<TestContext> context = Optional.ofNullable(used.get());
    return new TestResult(
        test,
        seed,
        outcome,
        context.map(c -> c.network().traffic().rpcs()).orElse(0L),
        context.map(c -> c.network().traffic().bytes()).orElse(0L),
        context.map(TestContext::appliedCommands).orElse(0),
        context.map(TestContext::notes).orElse(List.of()));
  }

  private static void drive(SuiteTest test, TestContext context) {
    test.body().accept(context);
    long seconds = TimeUnit.NANOSECONDS.toSeconds(context.now());
    context.check(
        context.now() <= TEST_LIMIT_NANOS,
        FailureKind.LIMIT,
        "the test took longer than 120 s",
        "it took " + seconds + " s of virtual time");
    if (test.part().startsWith("3A")) {
      // There is no log yet, so there is nothing to converge but leadership.
      context.endFaults();
      context.cluster().checkOneLeader();
    } else {
      context.cluster().healAndConverge();
    }
  }

  private static ClusterOptions clusterOptions(SuiteTest test, RaftFactory raft) {
    boolean snapshots = test.snapshotEvery() > 0;
    return new ClusterOptions(
            test.servers(),
            raft,
            snapshots,
            snapshots ? test.snapshotEvery() : UNUSED_INTERVAL,
            Invariants.ALL)
        .on(test.storage());
  }

  /** Gives each test draws of its own, whichever other tests run. */
  private static long seedOf(SuiteTest test, long seed) {
    Fingerprint mix = new Fingerprint();
    mix.add(seed);
    test.id().chars().forEach(mix::add);
    return mix.value();
  }
}
