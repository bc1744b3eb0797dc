package io.raftbed.cli;

import io.raftbed.scenario.Scenario;
import io.raftbed.scenario.ScenarioTests;
import io.raftbed.sim.ScheduleKind;
import io.raftbed.suite.SuiteTest;
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
import java.util.stream.LongStream;

/**
 * Runs scenarios with a few seeds each, and tells one with which they fail in the same way. What
 * the reference fails at, too, asks too much of a server and does not count.
 */
final class FailingSeeds implements AutoCloseable {

  /** A scenario that fails with so many of the seeds is not made for one of them. */
  private static final int ENOUGH = 3;

  /** How many failures a scenario should show that is kept, and of how many seeds at most. */
  private static final int SHOWN = 4;

  private static final int MOST_SHOWING = 100;

  private final TestExecutor executor;
  private final ScheduleKind schedule;
  private final int tries;
  private final int jobs;
  private Optional<TestExecutor> reference;
  private final ExecutorService workers;
  private long deadline = Long.MAX_VALUE;
  private Optional<FailureKind> kind = Optional.empty();
  private long first = 1;
  private long last = 1;
  private int needed = 1;
  private long scenarios;
  private long runs;

  /**
   * Makes one.
   *
   * @param reference runs what must not fail above it; empty when it is what fails
   * @param tries with how many seeds a scenario must pass to be taken for one that passes
   */
  FailingSeeds(
      TestExecutor executor,
      Optional<TestExecutor> reference,
      ScheduleKind schedule,
      int tries,
      int jobs) {
    this.executor = executor;
    this.reference = reference;
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

  /** Only failures of this kind count from now on. */
  void expect(FailureKind expected) {
    kind = Optional.of(expected);
  }

  /** What kind of failure counts; empty until one was seen. */
  synchronized Optional<FailureKind> kind() {
    return kind;
  }

  /** Takes a scenario whose failure counts from now on; empty when it has none. */
  OptionalLong begin(Scenario failing) throws InterruptedException {
    first = failing.seed().orElse(1L);
    int rounds = Math.ceilDiv(failing.seeds().orElse(1), tries);
    last = first + (long) rounds * tries - 1;
    OptionalLong fair = inRounds(failing);
    if (fair.isPresent() || kind.isEmpty()) {
      return fair;
    }
    reference = Optional.empty(); // whoever wrote it wants it so
    return inRounds(failing);
  }

  /** As many seeds at a time as each smaller scenario has: those must fail with as many of them. */
  private OptionalLong inRounds(Scenario failing) throws InterruptedException {
    OptionalLong found = OptionalLong.empty();
    for (long from = first; from <= last && found.isEmpty(); from += tries) {
      found = of(failing.withSeed(from), 1); // one after the other, so that the kind is the first's
    }
    return found;
  }

  /**
   * Returns a seed with which a scenario fails, with the kind of failure that the first had. It
   * must fail with as many seeds as the one before that did, up to {@value #ENOUGH}: what shows a
   * failure by one lucky seed alone shows it no more when a message is sent more or less.
   */
  OptionalLong of(Scenario scenario) throws InterruptedException {
    return of(scenario, jobs);
  }

  /**
   * How a scenario shows its failure.
   *
   * @param seeds with how many seeds, from its own on
   * @param failing how many of them fail
   */
  record Showing(int seeds, int failing) {}

  /**
   * Returns how many seeds it takes until a scenario has failed {@value #SHOWN} times, {@value
   * #MOST_SHOWING} at most. An edit of the server lets each seed take other turns; of so many, one
   * or the other still fails.
   */
  Showing showing(Scenario scenario) throws InterruptedException {
    SuiteTest test = ScenarioTests.of("shrink", scenario);
    long from = scenario.seed().orElse(first);
    int tried = 0;
    int shown = 0;
    while (shown < SHOWN && tried < MOST_SHOWING) {
      int next = Math.min(jobs, MOST_SHOWING - tried);
      List<Integer> failing = failing(tasks(test, from + tried, next));
      for (int place = 0; place < next && shown < SHOWN; place++, tried++) {
        shown += failing.contains(place) ? 1 : 0;
      }
    }
    return new Showing(tried, shown);
  }

  /** Returns the first of some scenarios that fails so with its own seed. */
  Optional<Scenario> firstOf(List<Scenario> drawn) throws InterruptedException {
    scenarios += drawn.size();
    return failing(drawn.stream().map(each -> task(each, each.seed().orElse(1L))).toList()).stream()
        .map(drawn::get)
        .findFirst();
  }

  private static SweepPlan.Task task(Scenario scenario, long seed) {
    return new SweepPlan.Task(ScenarioTests.of("shrink", scenario), seed);
  }

  private static List<SweepPlan.Task> tasks(SuiteTest test, long from, int count) {
    return LongStream.range(from, from + count)
        .mapToObj(seed -> new SweepPlan.Task(test, seed))
        .toList();
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
    List<Long> failing = new ArrayList<>();
    for (int done = 0;
        done < tries && failing.size() < ENOUGH && failing.size() + tries - done >= needed;
        done += atATime) {
      List<SweepPlan.Task> tasks = tasks(test, from + done, Math.min(atATime, tries - done));
      failing(tasks).forEach(place -> failing.add(tasks.get(place).seed()));
    }
    if (failing.size() < needed) {
      return OptionalLong.empty();
    }
    needed = Math.min(failing.size(), ENOUGH);
    return OptionalLong.of(failing.getFirst());
  }

  /** Runs all of them side by side, and returns the places of those that fail. */
  private List<Integer> failing(List<SweepPlan.Task> tasks) throws InterruptedException {
    if (System.nanoTime() > deadline) {
      throw new InterruptedException("out of time");
    }
    List<Future<Boolean>> failing = new ArrayList<>();
    tasks.forEach(task -> failing.add(workers.submit(() -> fails(task))));
    runs += tasks.size();
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < failing.size(); i++) {
      if (get(failing.get(i))) {
        found.add(i);
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

  private boolean fails(SweepPlan.Task task) {
    return failure(executor, task).filter(this::isOfTheKind).isPresent()
        && reference.flatMap(other -> failure(other, task)).filter(this::isOfTheKind).isEmpty();
  }

  private Optional<FailureKind> failure(TestExecutor server, SweepPlan.Task task) {
    return server.run(task.test(), task.seed(), schedule, TraceSink.NONE).outcome().verdict()
            instanceof Verdict.Fail fail
        ? Optional.of(fail.kind())
        : Optional.empty();
  }

  private synchronized boolean isOfTheKind(FailureKind failure) {
    if (kind.isEmpty()) {
      kind = Optional.of(failure);
    }
    return kind.get() == failure;
  }

  /** Says how a scenario fails with its own seed, which must be one of those told. */
  String failureOf(Scenario scenario) {
    SuiteTest test = ScenarioTests.of("shrink", scenario);
    long seed = scenario.seed().orElse(first);
    return executor.run(test, seed, schedule, TraceSink.NONE).outcome().verdict()
            instanceof Verdict.Fail fail
        ? fail.kind().label() + ": " + fail.message()
        : scenario.about();
  }

  /** With how many seeds each scenario is tried. */
  int tries() {
    return tries;
  }

  /** The first seed of the first scenario. */
  long first() {
    return first;
  }

  /** The last seed of the first scenario. */
  long last() {
    return last;
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
