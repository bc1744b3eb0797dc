package io.raftbed.cli;

import io.raftbed.sim.Outcome;
import io.raftbed.sim.ScheduleKind;
import io.raftbed.suite.SuiteTest;
import io.raftbed.suite.TestResult;
import io.raftbed.trace.EventKind;
import io.raftbed.trace.FailureKind;
import io.raftbed.trace.Fingerprint;
import io.raftbed.trace.TraceEvent;
import io.raftbed.trace.TraceSink;
import io.raftbed.trace.Verdict;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes results up: all pass, but for what a test asks for. */
final class FakeExecutor implements TestExecutor {

  final AtomicInteger runs = new AtomicInteger();
  private final long failingSeed;
  private boolean drifting;
  private boolean offering = true;

  private FakeExecutor(long failingSeed) {
    this.failingSeed = failingSeed;
  }

  static FakeExecutor passing() {
    return new FakeExecutor(Long.MIN_VALUE);
  }

  static FakeExecutor failingWith(long seed) {
    return new FakeExecutor(seed);
  }

  /** The server does not offer what any test asks for. */
  static FakeExecutor notOffering() {
    FakeExecutor executor = passing();
    executor.offering = false;
    return executor;
  }

  /** No two runs have one fingerprint. */
  FakeExecutor drifting() {
    drifting = true;
    return this;
  }

  @Override
  public TestResult run(SuiteTest test, long seed, ScheduleKind schedule, TraceSink sink) {
    int run = runs.incrementAndGet();
    sink.accept(new TraceEvent(5, 0, EventKind.NOTE, "this is the last event"));
    Fingerprint fingerprint = new Fingerprint();
    fingerprint.add(seed);
    fingerprint.add(drifting ? run : 0);
    Verdict verdict = offering ? verdict(seed) : new Verdict.NotOffered("not this server");
    Outcome outcome = new Outcome(verdict, 1_500_000_000L, 100, fingerprint.value());
    return new TestResult(test, seed, outcome, 10, 2000, 3, List.of("a remark"));
  }

  private Verdict verdict(long seed) {
    return seed == failingSeed ? failure() : new Verdict.Pass();
  }

  private static Verdict failure() {
    return new Verdict.Fail(FailureKind.LIVENESS, "no leader", List.of("a fact"), 7);
  }
}
