package io.raftbed.cli;

import io.raftbed.scenario.Scenario;
import io.raftbed.scenario.ScenarioTests;
import io.raftbed.sim.ScheduleKind;
import io.raftbed.suite.SuiteTest;
import io.raftbed.suite.TestResult;
import io.raftbed.trace.FailureKind;
import io.raftbed.trace.TraceSink;
import io.raftbed.trace.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs scenarios with a few seeds each, and tells one with which they fail in the same way. */
final class FailingSeeds implements AutoCloseable {

  private final TestExecutor executor;
  private final ScheduleKind schedule;
  private final int tries;
  private final int jobs;
  private final ExecutorService workers;
  private long deadline = Long.MAX_VALUE;
  private Optional<FailureKind> kind = Optional.empty();
  private long first = 1;
  private long scenarios;
  private long runs;

  /**
   * Makes one.
   *
   * @param tries with how many seeds a scenario must pass to be taken for one that passes
   */
  FailingSeeds(TestExecutor executor, ScheduleKind schedule, int tries, int jobs) {
    this.executor = executor;
    this.schedule = schedule;
    this.tries = tries;
    this.jobs = jobs;
    this.workers =
        Executors.newFixedThreadPool(
            jobs, Thread.ofPlatform().daemon().name("shrink-", 1).factory());
  }

  /** Lets all tries after this time throw {@link InterruptedException}. */
  void endAfter(Duration time) {
    deadline = System.nanoTime() + time.toNanos();
  }

  /** Takes a scenario whose failure counts from now on; empty when it has none. */
  OptionalLong begin(Scenario failing) throws InterruptedException {
    first = failing.seed().orElse(1L);
    return of(failing, 1); // one after the other, so that the kind is always that of the first
  }

  /** Returns a seed with which a scenario fails, with the kind of failure that the first had. */
  OptionalLong of(Scenario scenario) throws InterruptedException {
    return of(scenario, jobs);
  }

  private OptionalLong of(Scenario scenario, int atATime) throws InterruptedException {
    SuiteTest test;
    try {
      test = ScenarioTests.of("shrink", scenario);
    } catch (IllegalArgumentException cannotRun) {
      return OptionalLong.empty();
    }
    scenarios++;
    long from = scenario.seed().orElse(first);
    for (int done = 0; done < tries; done += atATime) {
      OptionalLong failing = firstFailing(test, from + done, Math.min(atATime, tries - done));
      if (failing.isPresent()) {
        return failing;
      }
    }
    return OptionalLong.empty();
  }

  private OptionalLong firstFailing(SuiteTest test, long from, int count)
      throws InterruptedException {
    if (System.nanoTime() > deadline) {
      throw new InterruptedException("out of time");
    }
    List<Future<Boolean>> failing = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long seed = from + i;
      failing.add(workers.submit(() -> fails(executor.run(test, seed, schedule, TraceSink.NONE))));
    }
    runs += count;
    OptionalLong found = OptionalLong.empty();
    for (int i = 0; i < count; i++) {
      if (get(failing.get(i)) && found.isEmpty()) {
        found = OptionalLong.of(from + i);
      }
    }
    return found;
  }

  private static boolean get(Future<Boolean> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a run ended without a result", e.getCause());
    }
  }

  private synchronized boolean fails(TestResult result) {
    if (!(result.outcome().verdict() instanceof Verdict.Fail fail)) {
      return false;
    }
    if (kind.isEmpty()) {
      kind = Optional.of(fail.kind());
    }
    return kind.get() == fail.kind();
  }

  /** The first seed of the first scenario. */
  long first() {
    return first;
  }

  /** The last seed of the first scenario. */
  long last() {
    return first + tries - 1;
  }

  /** How many scenarios were tried. */
  long scenarios() {
    return scenarios;
  }

  /** How many runs that took. */
  long runs() {
    return runs;
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
