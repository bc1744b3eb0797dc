package io.raftbed.cli;

import io.raftbed.report.EventFilter;
import io.raftbed.report.FailureReport;
import io.raftbed.report.LastEvents;
import io.raftbed.report.RunEvents;
import io.raftbed.report.SavedEvent;
import io.raftbed.report.SavedRun;
import io.raftbed.report.TimelinePage;
import io.raftbed.report.Topic;
import io.raftbed.report.TraceFile;
import io.raftbed.scenario.ScenarioFiles;
import io.raftbed.sim.Breakpoint;
import io.raftbed.sim.ScheduleKind;
import io.raftbed.suite.SuiteTest;
import io.raftbed.suite.TestResult;
import io.raftbed.trace.FailureKind;
import io.raftbed.trace.Fingerprint;
import io.raftbed.trace.TraceEvent;
import io.raftbed.trace.TraceSink;
import io.raftbed.trace.Verdict;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code raftbed replay}: one run, event by event. */
@Command(
    name = "replay",
    description = {
      "Runs one test with one seed and shows what happens, event by event, in a column for each"
          + " node: leaders green, candidates yellow. Given a file that --save wrote, it also"
          + " compares the run with the one in the file."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the test passed",
      "1:the test failed",
      "2:wrong usage or bad input; nothing was run",
      "3:the run differs from the saved one, or the testbed failed"
    })
final class ReplayCommand implements Callable<Integer> {

  private static final String INDENT = "  ";

  private final TestExecutor executor;
  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "TEST|FILE",
      description = "A test such as 3B/backup, a scenario in a *.yaml file, or a saved run.")
  private String what = "";

  @Mixin private final ServerOptions serverOptions = new ServerOptions();

  @Option(
      names = "--seed",
      paramLabel = "S",
      description =
          "The seed that decides the run; 1, or the scenario's, when it is not given: of several,"
              + " the first that fails.")
  private Optional<Long> seed = Optional.empty();

  @Option(
      names = "--schedule",
      paramLabel = "fifo|random|pct:D",
      converter = ScheduleConverter.class,
      description = "Who runs next among the runnable threads, as for 'raftbed run'.")
  private Optional<ScheduleKind> schedule = Optional.empty();

  @Option(
      names = "--from",
      paramLabel = "SECONDS",
      converter = MomentConverter.class,
      description = "Shows events from this moment on.")
  private long from;

  @Option(
      names = "--until",
      paramLabel = "SECONDS",
      converter = MomentConverter.class,
      description = "Shows events up to this moment.")
  private long until = Long.MAX_VALUE;

  @Option(
      names = "--node",
      paramLabel = "S0|C0",
      split = ",",
      converter = NodeConverter.class,
      description = "Shows these nodes only, and what the test does to them all.")
  private Set<Integer> nodes = new HashSet<>();

  @Option(
      names = "--topic",
      paramLabel = "TOPIC",
      split = ",",
      converter = TopicConverter.class,
      description = "Shows these only: messages, log, storage, faults, clients, output.")
  private Set<Topic> topics = new HashSet<>();

  @Option(
      names = "--messages",
      paramLabel = "TYPE",
      split = ",",
      description = "Of the messages, shows these only, such as RequestVote,InstallSnapshot.")
  private Set<String> messageTypes = new HashSet<>();

  @Option(
      names = "--break",
      paramLabel = "EVENT",
      description =
          "Calls io.raftbed.sim.Breakpoint.reached, where a debugger can stop, when the event with"
              + " this number in the list is about to happen.")
  private Optional<Integer> breakAt = Optional.empty();

  @Mixin private final ReplayExports exports = new ReplayExports();

  ReplayCommand(TestExecutor executor, Terminal terminal) {
    this.executor = executor;
    this.terminal = terminal;
  }

  /** What decides the run. */
  private record Plan(SuiteTest test, long seed, ScheduleKind schedule, Server server) {

    Plan withSeed(long other) {
      return new Plan(test, other, schedule, server);
    }

    boolean fails() {
      return server.executor().run(test, seed, schedule, TraceSink.NONE).outcome().verdict()
          instanceof Verdict.Fail;
    }
  }

  @Override
  public Integer call() throws IOException {
    Optional<SavedRun> saved = saved();
    Plan asked = plan(saved);
    exports.requireWritable();
    require(breakAt.orElse(1) >= 1, "events are counted from 1: --break " + breakAt.orElse(1));
    asked.server().executor().prepare();
    Plan plan = saved.isPresent() || seed.isPresent() ? asked : withFailingSeed(asked);
    terminal.line(
        "raftbed: %s, seed %d, schedule %s, server %s"
            .formatted(plan.test().id(), plan.seed(), plan.schedule(), plan.server().name()));
    List<TraceEvent> events = new ArrayList<>();
    TestResult result =
        plan.server().executor().run(plan.test(), plan.seed(), plan.schedule(), sink(events));
    requireReached(events);
    EventFilter filter = new EventFilter(from, until, nodes, topics, messageTypes);
    if (!exports.hasPage() || !filter.showsAll()) {
      show(events, filter);
    }
    verdict(plan, result);
    exports.write(
        new ReplayExports.Replayed(
            page(plan, result, events),
            events.stream().filter(filter::shows).toList(),
            () -> runOf(plan, result, events)),
        terminal);
    if (saved.isPresent() && !isSame(saved.get(), runOf(plan, result, events))) {
      return ExitCode.NO_VERDICT;
    }
    return exitCode(result.outcome().verdict());
  }

  /** Of several seeds of a scenario it is the first failure that somebody wants to see. */
  private Plan withFailingSeed(Plan plan) {
    long first = plan.test().draws().firstSeed();
    int seeds = plan.test().draws().seeds();
    if (seeds == 1) {
      return plan;
    }
    Optional<Plan> failing =
        LongStream.range(first, first + seeds)
            .mapToObj(plan::withSeed)
            .filter(Plan::fails)
            .findFirst();
    if (failing.isEmpty()) {
      terminal.line("none of the seeds %d to %d fails".formatted(first, first + seeds - 1));
    }
    return failing.orElse(plan);
  }

  private TraceSink sink(List<TraceEvent> events) {
    return breakAt
        .<TraceSink>map(number -> new Breakpoint(number, events::add, this::reached))
        .orElse(events::add);
  }

  private void reached(TraceEvent event, List<String> frames) {
    String place = frames.isEmpty() ? "" : "," + frames.getFirst().replaceFirst(" *at", " at");
    terminal.line(
        "break: event %d: %s%s".formatted(breakAt.orElse(1), SavedEvent.of(event).words(), place));
  }

  private void requireReached(List<TraceEvent> events) {
    require(
        breakAt.orElse(0) <= events.size(),
        String.format(
            Locale.ROOT,
            "the run has events 1 to %,d, and no %,d",
            events.size(),
            breakAt.orElse(1)));
  }

  private void require(boolean holds, String otherwise) {
    if (!holds) {
      throw usage(otherwise);
    }
  }

  private static int exitCode(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Pass(), Verdict.NotOffered _ -> ExitCode.PASSED;
      case Verdict.Fail fail ->
          fail.kind() == FailureKind.TESTBED_FAULT ? ExitCode.NO_VERDICT : ExitCode.FAILED;
    };
  }

  private Optional<SavedRun> saved() {
    Path file = Path.of(what);
    if (ScenarioFiles.isPath(what) || !Files.isRegularFile(file)) {
      return Optional.empty();
    }
    if (seed.isPresent() || schedule.isPresent()) {
      throw usage(what + " says which seed and schedule it has; leave out --seed and --schedule");
    }
    try {
      return Optional.of(TraceFile.read(file));
    } catch (IOException e) {
      throw usage(
          "cannot read "
              + file
              + ": "
              + (e instanceof CharacterCodingException ? "it is no text" : e));
    } catch (IllegalArgumentException e) {
      throw usage(String.valueOf(e.getMessage()));
    }
  }

  private Plan plan(Optional<SavedRun> saved) {
    saved.ifPresent(run -> serverOptions.complete(run.server()));
    try {
      SuiteTest test = Selection.one(saved.map(SavedRun::test).orElse(what));
      return new Plan(
          test,
          saved.map(SavedRun::seed).or(() -> seed).orElse(test.draws().firstSeed()),
          saved
              .map(run -> ScheduleKind.parse(run.schedule()))
              .or(() -> schedule)
              .orElseGet(() -> ScheduleKind.parse(Schedules.DEFAULT)),
          serverOptions.server(executor));
    } catch (IllegalArgumentException e) {
      throw usage(String.valueOf(e.getMessage()));
    }
  }

  private void show(List<TraceEvent> events, EventFilter filter) {
    List<String> lines =
        new RunEvents(terminal.paint(), terminal.width(), terminal.cut()).lines(events, filter);
    terminal.lines(lines);
    long shown = Math.max(0, lines.size() - 1);
    terminal.line(String.format(Locale.ROOT, "%,d of %,d events shown", shown, events.size()));
    if (shown == 0 && !events.isEmpty()) {
      terminal.line(
          INDENT
              + String.format(
                  Locale.ROOT,
                  "the run has events from %.3f s to %.3f s",
                  events.getFirst().virtualNanos() / 1e9,
                  events.getLast().virtualNanos() / 1e9));
    }
  }

  private void verdict(Plan plan, TestResult result) {
    switch (result.outcome().verdict()) {
      case Verdict.Pass() ->
          terminal.line("pass, fingerprint " + Fingerprint.format(result.outcome().fingerprint()));
      case Verdict.NotOffered(String what) -> terminal.line("not offered: " + what);
      case Verdict.Fail fail -> {
        List<String> lines = new ArrayList<>(List.of(""));
        lines.addAll(
            new FailureReport(terminal.paint(), terminal.width(), terminal.cut())
                .lines(
                    new FailureReport.Failure(
                        plan.test().id(),
                        plan.seed(),
                        fail,
                        LastEvents.Excerpt.NONE,
                        command(plan))));
        lines.add("fingerprint " + Fingerprint.format(result.outcome().fingerprint()));
        terminal.lines(lines);
      }
    }
  }

  private static String command(Plan plan) {
    return "./raftbed replay %s --seed %d%s%s"
        .formatted(
            plan.test().id(),
            plan.seed(),
            Schedules.option(plan.schedule()),
            plan.server().options());
  }

  private SavedRun runOf(Plan plan, TestResult result, List<TraceEvent> events) {
    return SavedRun.of(
        plan.test().id(),
        plan.seed(),
        plan.schedule().toString(),
        serverOptions.given(),
        result.outcome().verdict().label(),
        Fingerprint.format(result.outcome().fingerprint()),
        events);
  }

  private static TimelinePage.Run page(Plan plan, TestResult result, List<TraceEvent> events) {
    return new TimelinePage.Run(
        plan.test().id(),
        plan.seed(),
        "schedule %s, server %s".formatted(plan.schedule(), plan.server().name()),
        result.outcome().verdict(),
        command(plan),
        events);
  }

  private boolean isSame(SavedRun saved, SavedRun now) {
    List<String> differences = saved.differencesOf(now);
    if (differences.isEmpty()) {
      terminal.line("the same run as in " + what);
      return true;
    }
    terminal.line("");
    terminal.line("not the run in " + what + "; was the server changed since?");
    differences.forEach(line -> terminal.line(INDENT + line));
    return false;
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
