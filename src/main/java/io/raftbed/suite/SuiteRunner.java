package io.raftbed.suite;

import io.raftbed.cluster.Cluster;
import io.raftbed.cluster.ClusterOptions;
import io.raftbed.cluster.Invariants;
import io.raftbed.cluster.ServiceKind;
import io.raftbed.lab.RaftFactory;
import io.raftbed.sim.Outcome;
import io.raftbed.sim.ScheduleKind;
import io.raftbed.sim.Simulation;
import io.raftbed.sim.SimulationOptions;
import io.raftbed.trace.FailureKind;
import io.raftbed.trace.Fingerprint;
import io.raftbed.trace.TraceSink;
import io.raftbed.trace.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** Runs one test for one seed. */
public final class SuiteRunner {

  /** How long a test may take, in virtual nanoseconds. */
  private static final long TEST_LIMIT_NANOS = TimeUnit.SECONDS.toNanos(120);

  /** What the cluster gets on top of it to converge in the end. */
  private static final long CONVERGENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

  private SuiteRunner() {}

  /** Runs a test of Raft alone, as {@link #run(SuiteTest, Implementation, Run)} does. */
  public static TestResult run(
      SuiteTest test, RaftFactory raft, long seed, ScheduleKind schedule, TraceSink sink) {
    return run(test, Implementation.of(raft), new Run(seed, schedule, sink));
  }

  /**
   * What decides one run of a test, and who looks on.
   *
   * @param seed decides, with the draws of the test, everything that is drawn
   * @param schedule who runs next among the runnable threads
   * @param sink takes the events
   */
  public record Run(long seed, ScheduleKind schedule, TraceSink sink) {}

  /**
   * Runs a test under all invariants; then ends all faults and demands that the cluster converges.
   */
  public static TestResult run(SuiteTest test, Implementation implementation, Run run) {
    SimulationOptions options =
        new SimulationOptions(
            seedOf(test, run.seed()),
            run.schedule(),
            TEST_LIMIT_NANOS + CONVERGENCE_NANOS,
            run.sink());
    AtomicReference<TestContext> used = new AtomicReference<>();
    AtomicBoolean offered = new AtomicBoolean(true);
    Outcome outcome =
        Simulation.run(
            options,
            simulation -> {
              TestBody.Running running = test.body().over(simulation, implementation);
              Cluster cluster =
                  new Cluster(
                      simulation, clusterOptions(test, implementation.raft(), running.service()));
              TestContext context = new TestContext(simulation, cluster);
              used.set(context);
              offered.set(test.body().founders().isEmpty() || cluster.offersMembership());
              if (offered.get()) {
                drive(running, context);
              }
            });
    // Empty when the servers failed as they were booted.
    Optional<TestContext> context = Optional.ofNullable(used.get());
    return new TestResult(
        test,
        run.seed(),
        offered.get() ? outcome : notOffered(outcome),
        context.map(c -> c.network().traffic().rpcs()).orElse(0L),
        context.map(c -> c.network().traffic().bytes()).orElse(0L),
        context.map(c -> c.cluster().lastApplied()).orElse(0),
        context.map(TestContext::notes).orElse(List.of()));
  }

  private static Outcome notOffered(Outcome outcome) {
    return new Outcome(
        new Verdict.NotOffered("the server is no MembershipRaft: it does not change its members"),
        outcome.virtualNanos(),
        outcome.events(),
        outcome.fingerprint());
  }

  private static void drive(TestBody.Running running, TestContext context) {
    running.drive(context);
    long seconds = TimeUnit.NANOSECONDS.toSeconds(context.now());
    context.check(
        context.now() <= TEST_LIMIT_NANOS,
        FailureKind.LIMIT,
        "the test took longer than 120 s",
        "it took " + seconds + " s of virtual time");
    running.converge(context);
  }

  private static ClusterOptions clusterOptions(
      SuiteTest test, RaftFactory raft, ServiceKind service) {
    return new ClusterOptions(
        test.servers(),
        test.body().founders(),
        test.body().clients(),
        raft,
        service,
        Invariants.ALL,
        test.storage());
  }

  /** Gives each test draws of its own, whichever other tests run. */
  private static long seedOf(SuiteTest test, long seed) {
    Fingerprint mix = new Fingerprint();
    mix.add(seed);
    test.draws().label().chars().forEach(mix::add);
    return mix.value();
  }
}
