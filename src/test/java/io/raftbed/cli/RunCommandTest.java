package io.raftbed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.sim.Outcome;
import io.raftbed.suite.SuiteTest;
import io.raftbed.suite.Suites;
import io.raftbed.suite.TestResult;
import io.raftbed.trace.EventKind;
import io.raftbed.trace.FailureKind;
import io.raftbed.trace.Moment;
import io.raftbed.trace.TraceEvent;
import io.raftbed.trace.TraceSink;
import io.raftbed.trace.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {

  private static final SuiteTest TEST = Suites.all().getFirst();

  @Test
  void allPass() {
    Session session = Session.of(FakeExecutor.passing(), "run");
    assertThat(session.exitCode()).isZero();
    assertThat(session.err()).isEmpty();
    int tests = Suites.all().size();
    assertThat(session.out().getFirst())
        .startsWith("raftbed: seed 1, schedule random, " + tests + " tests, ");
    assertThat(session.out().getLast()).isEqualTo(tests + " passed, 0 failed");
  }

  @Test
  void refusesMoreJobsThanTheHeapHasRoomFor() {
    Session session = Session.of(FakeExecutor.passing(), "run", TEST.id(), "--jobs", "1000000");
    assertThat(session.exitCode()).isEqualTo(2);
    assertThat(session.err())
        .first()
        .asString()
        .startsWith("raftbed: --jobs 1000000 needs more than the heap of ")
        .endsWith("give Java more: RAFTBED_JAVA_OPTS=-Xmx128000000m (see 'raftbed run --help')");
  }

  @Test
  void aFailureIsShownWithTheCommandThatReplaysIt() {
    Session session =
        Session.of(
            FakeExecutor.failingWith(3),
            "run",
            TEST.id(),
            "--seed",
            "2",
            "--seeds",
            "5",
            "--schedule",
            "pct:3",
            "--jobs",
            "2");
    assertThat(session.exitCode()).isEqualTo(1);
    assertThat(session.out())
        .containsSubsequence(
            "raftbed: seeds 2 to 6, schedule pct:3, 1 test, 2 jobs, server reference",
            "liveness: no leader",
            "  a fact",
            "at 0.000000007 s of virtual time, test " + TEST.id() + ", seed 3",
            "  0.000000005  note this is the last event",
            "replay: ./raftbed run " + TEST.id() + " --seed 3 --schedule pct:3",
            "4 passed, 1 failed");
    assertThat(session.out()).filteredOn(line -> line.contains("replay: ")).hasSize(1);
  }

  @Test
  void aScenarioIsRunWithTheSeedsThatItAsksFor(@TempDir Path folder) throws IOException {
    Path one = Files.writeString(folder.resolve("a.yaml"), "about: x\nsteps: [agree]\n");
    Path many =
        Files.writeString(
            folder.resolve("b.yaml"), "about: x\nseed: 5\nseeds: 4\nsteps: [agree]\n");
    Session session = Session.of(FakeExecutor.failingWith(7), "run", folder.toString());
    assertThat(session.exitCode()).isEqualTo(1);
    assertThat(session.out())
        .containsSubsequence(
            "ok   %s: 1 of 1 seed passed".formatted(one),
            "replay: ./raftbed run %s --seed 7".formatted(many),
            "FAIL %s: 3 of 4 seeds passed".formatted(many),
            "4 passed, 1 failed")
        .first()
        .asString()
        .startsWith("raftbed: the seeds of each scenario, schedule random, 2 tests, ");
    assertThat(Session.of(FakeExecutor.passing(), "run", many.toString()).out().getFirst())
        .startsWith("raftbed: seeds 5 to 8, ");
    for (String option : List.of("--seeds=1", "--seed=7")) {
      assertThat(Session.of(FakeExecutor.passing(), "run", many.toString(), option).out())
          .endsWith("1 passed, 0 failed");
    }
  }

  @Test
  void aFailureThatDoesNotRepeatIsAFaultOfTheTestbed() {
    Session session = Session.of(FakeExecutor.failingWith(1).drifting(), "run", TEST.id());
    assertThat(session.exitCode()).isEqualTo(3);
    assertThat(session.out())
        .anyMatch(line -> line.startsWith("testbed fault: two runs of one seed differ"))
        .noneMatch(line -> line.startsWith("liveness"));
    assertThat(session.out().getLast()).isEqualTo("0 passed, 0 failed, 1 without a verdict");
  }

  @Test
  void anExceptionOfTheTestbedIsItsOwnFault() {
    TestExecutor broken =
        (_, _, _, _) -> {
          throw new IllegalStateException("out of order");
        };
    Session session = Session.of(broken, "run", TEST.id());
    assertThat(session.exitCode()).isEqualTo(3);
    assertThat(session.out())
        .anyMatch(line -> line.contains("Raftbed itself failed") && line.contains("out of order"));
  }

  @Test
  void aFaultThatTheTestbedFoundItselfIsShownAsItIs() {
    FakeExecutor executor = FakeExecutor.passing();
    AtomicInteger runs = new AtomicInteger();
    Verdict fault = new Verdict.Fail(FailureKind.TESTBED_FAULT, "a lost step", List.of(), 0);
    TestExecutor faultyOnce =
        (test, seed, schedule, sink) -> {
          TestResult result = executor.run(test, seed, schedule, sink);
          return runs.getAndIncrement() > 0
              ? result
              : new TestResult(
                  test, seed, new Outcome(fault, 0, 0, 0), 0, 0, 0, List.of("not again"));
        };
    Session session = Session.of(faultyOnce, "run", TEST.id());
    assertThat(session.exitCode()).isEqualTo(3);
    assertThat(session.out()).contains("testbed fault: a lost step");
  }

  /** Fails after ten events, of which the third shows why. */
  private static Session showing(String... arguments) {
    TestExecutor passing = FakeExecutor.passing();
    Verdict fail =
        new Verdict.Fail(FailureKind.SAFETY, "odd", List.of(), 10, List.of(new Moment(0, 3)));
    TestExecutor failing =
        (test, seed, schedule, sink) -> {
          for (int i = 1; i <= 10; i++) {
            sink.accept(new TraceEvent(i, 0, EventKind.NOTE, "event " + i));
          }
          TestResult result = passing.run(test, seed, schedule, TraceSink.NONE);
          return new TestResult(test, seed, new Outcome(fail, 10, 10, 10), 0, 0, 0, result.notes());
        };
    List<String> words = new ArrayList<>(List.of("run", TEST.id()));
    words.addAll(List.of(arguments));
    return Session.of(failing, words.toArray(String[]::new));
  }

  private static List<String> events(Session session) {
    return session.out().stream().filter(line -> line.contains("note event")).toList();
  }

  @Test
  void asManyEventsAreShownAsAskedForAndThoseThatShowTheFacts() {
    assertThat(events(showing())).hasSize(10);
    assertThat(events(showing("--events", "all"))).hasSize(10);
    Session session = showing("--events", "2");
    assertThat(session.out())
        .contains("3 of 10 events (--events N shows more), > marks what tells most:");
    assertThat(events(session))
        .containsExactly(
            "> 0.000000003  note event 3",
            "  0.000000009  note event 9",
            "  0.000000010  note event 10");
    assertThat(events(showing("--events", "0"))).hasSize(1);
  }

  private static TestExecutor failing(FailureKind kind, AtomicInteger runs, int failures) {
    TestExecutor passing = FakeExecutor.passing();
    return (test, seed, schedule, sink) -> {
      TestResult result = passing.run(test, seed, schedule, sink);
      int run = runs.getAndIncrement();
      Verdict fail = new Verdict.Fail(kind, "in run " + run, List.of(), run);
      return run < failures
          ? new TestResult(test, seed, new Outcome(fail, run, run, run), 0, 0, 0, List.of())
          : result;
    };
  }

  @Test
  void whatTheMachineEndsNeedNotEndAtTheSameMoment() {
    TestExecutor spinning = failing(FailureKind.BUSY_LOOP, new AtomicInteger(), 2);
    Session session = Session.of(spinning, "run", TEST.id());
    assertThat(session.exitCode()).isEqualTo(1);
    assertThat(session.out()).contains("busy loop: in run 0");
  }

  @Test
  void aRunThatWantedForMemoryBesideOthersIsMadeAgainAlone() {
    AtomicInteger runs = new AtomicInteger();
    Session once = Session.of(failing(FailureKind.OUT_OF_MEMORY, runs, 1), "run", TEST.id());
    assertThat(once.exitCode()).isZero();
    assertThat(runs).hasValue(2);
    TestExecutor greedy = failing(FailureKind.OUT_OF_MEMORY, new AtomicInteger(), 9);
    Session always = Session.of(greedy, "run", TEST.id());
    assertThat(always.exitCode()).isEqualTo(1);
    assertThat(always.out()).contains("out of memory: in run 1");
  }

  @Test
  void anOutOfMemoryErrorOfTheTestbedIsNoVerdictBesideOthers() {
    AtomicInteger runs = new AtomicInteger();
    TestExecutor passing = FakeExecutor.passing();
    TestExecutor starved =
        (test, seed, schedule, sink) -> {
          if (runs.getAndIncrement() == 0) {
            throw new OutOfMemoryError("another run took it");
          }
          return passing.run(test, seed, schedule, sink);
        };
    assertThat(Session.of(starved, "run", TEST.id()).exitCode()).isZero();
  }

  @Test
  void verifyDeterminismRunsEverySeedTwice() {
    FakeExecutor executor = FakeExecutor.passing();
    Session session =
        Session.of(executor, "run", TEST.id(), "--seeds", "4", "--verify-determinism");
    assertThat(session.exitCode()).isZero();
    assertThat(executor.runs).hasValue(8);
  }

  @Test
  void verifyDeterminismFindsDrift() {
    Session once = Session.of(FakeExecutor.passing().drifting(), "run", TEST.id());
    Session twice =
        Session.of(FakeExecutor.passing().drifting(), "run", TEST.id(), "--verify-determinism");
    assertThat(once.exitCode()).isZero();
    assertThat(twice.exitCode()).isEqualTo(3);
  }

  @Test
  void failFastEndsWithTheFirstFailure() {
    Session session =
        Session.of(FakeExecutor.failingWith(3), "run", TEST.id(), "--seeds", "1000", "--fail-fast");
    assertThat(session.exitCode()).isEqualTo(1);
    assertThat(session.out().getLast()).isEqualTo("2 passed, 1 failed");
  }

  @Test
  void theOrderDoesNotDependOnTheJobs() {
    assertThat(verboseLines("1")).hasSize(200).isEqualTo(verboseLines("8"));
  }

  private static List<String> verboseLines(String jobs) {
    String[] arguments = {"run", TEST.id(), "--seeds", "200", "-v", "--jobs", jobs};
    return Session.of(FakeExecutor.passing(), arguments).out().stream()
        .filter(line -> line.contains("fingerprint"))
        .map(line -> line.replaceAll(", [0-9]+ ms$", ""))
        .toList();
  }

  @Test
  void verboseShowsNotes() {
    Session session = Session.of(FakeExecutor.passing(), "run", TEST.id(), "-v");
    assertThat(session.out()).contains("  note: a remark");
  }

  @Test
  void namesSelectEachTestOnceInTheOrderOfTheSuites() {
    List<SuiteTest> tests = Suites.find(TEST.part());
    assertThat(Selection.of(List.of(tests.getLast().id(), TEST.part(), TEST.id())))
        .isEqualTo(tests);
  }
}
