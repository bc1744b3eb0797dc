package io.raftbed.cli;

import io.raftbed.report.LastEvents;
import io.raftbed.report.ResultRow;
import io.raftbed.sim.ScheduleKind;
import io.raftbed.suite.TestResult;
import io.raftbed.trace.FailureKind;
import io.raftbed.trace.Fingerprint;
import io.raftbed.trace.Moment;
import io.raftbed.trace.TraceSink;
import io.raftbed.trace.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Runs a task and doubts what it sees: a failing seed is run again, and when the second run differs
 * from the first, that is a fault of the testbed and not of the server under test.
 */
final class RunChecker {

  private static final int STACK_FRAMES_SHOWN = 6;

  private final TestExecutor executor;
  private final ScheduleKind schedule;
  private final boolean everyRunTwice;
  private final int events;
  private final ReadWriteLock sideBySide = new ReentrantReadWriteLock(true);

  /**
   * Makes one; it may be used by several threads at once.
   *
   * @param everyRunTwice whether passing seeds are run again, too
   * @param events how many events of a failure are kept to be shown
   */
  RunChecker(TestExecutor executor, ScheduleKind schedule, boolean everyRunTwice, int events) {
    this.executor = executor;
    this.schedule = schedule;
    this.everyRunTwice = everyRunTwice;
    this.events = events;
  }

  /**
   * Runs one task, twice where that is needed; whatever is thrown becomes a testbed fault. A run
   * that was stopped for want of memory, beside others that use some, is made again alone.
   */
  CheckedRun run(SweepPlan.Task task) {
    CheckedRun run = locked(sideBySide.readLock(), task);
    return isOutOfMemory(run.row().verdict()) ? locked(sideBySide.writeLock(), task) : run;
  }

  private CheckedRun locked(Lock lock, SweepPlan.Task task) {
    lock.lock();
    try {
      return runOrCrash(task);
    } finally {
      lock.unlock();
    }
  }

  private CheckedRun runOrCrash(SweepPlan.Task task) {
    long start = System.nanoTime();
    try {
      return runAndDoubt(task, start);
    } catch (OutOfMemoryError e) {
      return ended(task, FailureKind.OUT_OF_MEMORY, "the memory is used up: " + e, e, start);
    } catch (Exception | StackOverflowError | LinkageError | AssertionError e) {
      return ended(task, FailureKind.TESTBED_FAULT, "Raftbed itself failed: " + e, e, start);
    }
  }

  private CheckedRun runAndDoubt(SweepPlan.Task task, long start) {
    TestResult first = executor.run(task.test(), task.seed(), schedule, TraceSink.NONE);
    long wallMillis = millisSince(start);
    Verdict verdict = first.outcome().verdict();
    if (isOutOfMemory(verdict) || verdict.passed() && !everyRunTwice) {
      return checked(first, verdict, wallMillis, LastEvents.Excerpt.NONE);
    }
    LastEvents lastEvents = new LastEvents(events, moments(verdict));
    TestResult second = executor.run(task.test(), task.seed(), schedule, lastEvents);
    Verdict doubted = compare(first, second);
    return checked(
        first,
        doubted,
        wallMillis,
        doubted.passed() ? LastEvents.Excerpt.NONE : lastEvents.latest(events));
  }

  private static List<Moment> moments(Verdict verdict) {
    return verdict instanceof Verdict.Fail fail ? fail.moments() : List.of();
  }

  private static boolean isOutOfMemory(Verdict verdict) {
    return verdict instanceof Verdict.Fail fail && fail.kind() == FailureKind.OUT_OF_MEMORY;
  }

  private static long millisSince(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }

  private static Verdict compare(TestResult first, TestResult second) {
    boolean faulty =
        first.outcome().verdict() instanceof Verdict.Fail fail
            && fail.kind() == FailureKind.TESTBED_FAULT;
    if (faulty || first.outcome().equals(second.outcome())) {
      return first.outcome().verdict();
    }
    if (endedByMachine(first) && endedByMachine(second)) {
      // A loop that keeps what it makes can end either way; memory says more.
      return isOutOfMemory(second.outcome().verdict())
          ? second.outcome().verdict()
          : first.outcome().verdict();
    }
    return new Verdict.Fail(
        FailureKind.TESTBED_FAULT,
        "two runs of one seed differ; this is a fault of Raftbed, not of the server under test",
        List.of(describe("first run", first), describe("second run", second)),
        second.outcome().virtualNanos());
  }

  /** The machine decides when its memory, its stack or its patience ends. */
  private static boolean endedByMachine(TestResult result) {
    return result.outcome().verdict() instanceof Verdict.Fail fail
        && fail.kind().momentIsMachines();
  }

  private static String describe(String which, TestResult result) {
    return "%s: fingerprint %s, %s, %d events"
        .formatted(
            which,
            Fingerprint.format(result.outcome().fingerprint()),
            result.outcome().verdict().label(),
            result.outcome().events());
  }

  private static CheckedRun checked(
      TestResult result, Verdict verdict, long wallMillis, LastEvents.Excerpt excerpt) {
    ResultRow row =
        new ResultRow(
            result.test().id(),
            result.test().part(),
            result.seed(),
            verdict,
            result.outcome().virtualNanos(),
            wallMillis,
            new ResultRow.Counts(
                result.rpcs(), result.bytes(), result.commands(), result.outcome().events()),
            result.outcome().fingerprint());
    return new CheckedRun(row, excerpt, result.notes());
  }

  private static CheckedRun ended(
      SweepPlan.Task task, FailureKind kind, String message, Throwable thrown, long start) {
    Verdict verdict =
        new Verdict.Fail(
            kind,
            message,
            Arrays.stream(thrown.getStackTrace())
                .limit(STACK_FRAMES_SHOWN)
                .map(frame -> "at " + frame)
                .toList(),
            0);
    ResultRow row =
        new ResultRow(
            task.test().id(),
            task.test().part(),
            task.seed(),
            verdict,
            0,
            millisSince(start),
            ResultRow.Counts.ZERO,
            0);
    return new CheckedRun(row, LastEvents.Excerpt.NONE, List.of());
  }
}
