package io.raftbed.cli;

import io.raftbed.report.FailureReport;
import io.raftbed.report.ResultRow;
import io.raftbed.report.TestTotals;
import io.raftbed.report.TextReport;
import io.raftbed.suite.SuiteTest;
import io.raftbed.trace.FailureKind;
import io.raftbed.trace.Fingerprint;
import io.raftbed.trace.Verdict;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells about a sweep while it goes on and when it has ended. It is given results in order; of each
 * test it shows the first failure on a screen of its own and counts the others.
 */
final class RunReporter {

  private final SweepPlan plan;
  private final Server server;
  private final Terminal terminal;
  private final boolean verbose;
  private final Map<String, TestTotals> totals = new LinkedHashMap<>();
  private final Map<String, Integer> seeds = new HashMap<>();
  private final Set<Verdict.Fail> shown = new HashSet<>();

  /** Tests and seeds whose screens told the command that replays them. */
  private final Set<String> replayed = new HashSet<>();

  RunReporter(SweepPlan plan, Server server, Terminal terminal, boolean verbose) {
    this.plan = plan;
    this.server = server;
    this.terminal = terminal;
    this.verbose = verbose;
    for (SuiteTest test : plan.tests()) {
      totals.put(test.id(), new TestTotals(test.id()));
      seeds.put(test.id(), plan.seedsOf(test));
    }
  }

  /** Says what is about to run. */
  void begin(int jobs) {
    terminal.line(
        "raftbed: %s, schedule %s, %s, %s, server %s"
            .formatted(
                plan.seedsInWords(),
                plan.schedule().toString(),
                plural(plan.tests().size(), "test"),
                plural(jobs, "job"),
                server.name()));
    if (server.loaded() instanceof Verdict.Fail fail && fail.kind() == FailureKind.REFUSED_API) {
      terminal.lines(fail.lines());
      shown.add(fail);
    }
  }

  /** Takes the next result. */
  void add(CheckedRun run) {
    TestTotals test = totalsOf(run.row());
    boolean firstFailure = test.isGood();
    test.add(run.row());
    if (verbose) {
      terminal.lines(verbose(run));
    }
    // A program that cannot be loaded fails every run alike: one screen tells all.
    if (run.row().verdict() instanceof Verdict.Fail fail && firstFailure && shown.add(fail)) {
      terminal.lines(screen(run, fail));
    }
    if (test.runs() == seedsOf(test) && !terminal.live() && !verbose) {
      terminal.line(closing(test));
    }
  }

  private int seedsOf(TestTotals test) {
    return seeds.getOrDefault(test.test(), 1);
  }

  private String closing(TestTotals test) {
    return test.notOffered() == test.runs()
        ? "--   %s: not offered".formatted(test.test())
        : "%s %s: %d of %s passed"
            .formatted(
                test.isGood() ? "ok  " : "FAIL",
                test.test(),
                test.passed(),
                plural(seedsOf(test), "seed"));
  }

  /** Says what came of it all. */
  void end() {
    List<String> lines = new ArrayList<>(List.of(""));
    lines.addAll(
        new TextReport(terminal.paint(), this::untoldReplay).lines(List.copyOf(totals.values())));
    terminal.lines(lines);
  }

  /** Says that the sweep was cut short. */
  void interrupted() {
    long finished = totals.values().stream().mapToLong(TestTotals::runs).sum();
    terminal.line("interrupted: %d of %d runs are finished".formatted(finished, plan.size()));
  }

  /** Returns what the results so far come to. */
  int exitCode() {
    if (totals.values().stream().anyMatch(test -> test.faults() > 0)) {
      return ExitCode.NO_VERDICT;
    }
    boolean failed = totals.values().stream().anyMatch(test -> test.failed() > 0);
    return failed ? ExitCode.FAILED : ExitCode.PASSED;
  }

  private TestTotals totalsOf(ResultRow row) {
    return totals.computeIfAbsent(row.test(), TestTotals::new);
  }

  private List<String> screen(CheckedRun run, Verdict.Fail fail) {
    String arguments = ShellWord.of(run.row().test()) + " --seed " + run.row().seed();
    replayed.add(arguments);
    FailureReport.Failure failure =
        new FailureReport.Failure(
            run.row().test(), run.row().seed(), fail, run.events(), replay(arguments));
    List<String> lines = new ArrayList<>(List.of(""));
    lines.addAll(
        new FailureReport(terminal.paint(), terminal.width(), terminal.cut()).lines(failure));
    plan.persister()
        .folderOf(run.row().test(), run.row().seed())
        .filter(Files::isDirectory)
        .ifPresent(folder -> lines.add("files: " + folder));
    lines.add("");
    return lines;
  }

  private List<String> verbose(CheckedRun run) {
    ResultRow row = run.row();
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s seed %d: %s, fingerprint %s, %d ms"
            .formatted(
                row.test(),
                row.seed(),
                row.verdict().label(),
                Fingerprint.format(row.fingerprint()),
                row.wallMillis()));
    run.notes().forEach(note -> lines.add("  note: " + note));
    return lines;
  }

  private Optional<String> untoldReplay(String arguments) {
    return replayed.contains(arguments) ? Optional.empty() : Optional.of(replay(arguments));
  }

  private String replay(String arguments) {
    return "./raftbed run "
        + arguments
        + Schedules.option(plan.schedule())
        + plan.persister().options()
        + server.options();
  }

  private static String plural(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
