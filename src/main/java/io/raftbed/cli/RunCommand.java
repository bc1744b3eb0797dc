package io.raftbed.cli;

import io.raftbed.report.FailureReport;
import io.raftbed.report.JsonReport;
import io.raftbed.report.ResultRow;
import io.raftbed.sim.ScheduleKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code raftbed run}: runs tests against the reference, or a server that is brought along. */
@Command(
    name = "run",
    description = "Runs suites, tests and scenarios; all suites when nothing is named.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every test passed",
      "1:a test failed",
      "2:wrong usage or bad input; nothing was run",
      "3:no verdict: the testbed failed or was interrupted"
    })
final class RunCommand implements Callable<Integer> {

  private final TestExecutor executor;
  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "SUITE|TEST|FILE|DIR",
      description =
          "Suites such as 3B, tests such as 3B/backup, scenarios in files such as"
              + " sim-scenarios/figure-8.yaml or in a folder.",
      completionCandidates = Names.class)
  private List<String> names = new ArrayList<>();

  @Mixin private final ServerOptions serverOptions = new ServerOptions();

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "The seed that decides a run; 1, or the scenario's, when it is not given.")
  private Optional<Long> seed = Optional.empty();

  @Option(
      names = "--seeds",
      paramLabel = "N",
      description =
          "Runs every test with the N seeds from S on; 1, or as many as a scenario says, when"
              + " neither is given.")
  private Optional<Integer> seeds = Optional.empty();

  @Option(
      names = "--jobs",
      paramLabel = "J",
      description =
          "How many runs at a time; as many as there are cores, and room in the heap, when it is"
              + " not given.")
  private Optional<Integer> jobs = Optional.empty();

  @Option(
      names = "--schedule",
      paramLabel = "fifo|random|pct:D",
      defaultValue = Schedules.DEFAULT,
      converter = ScheduleConverter.class,
      description =
          "Who runs next among the runnable threads: the first come, any, or by probabilistic"
              + " concurrency testing of depth D; ${DEFAULT-VALUE} when it is not given.")
  private ScheduleKind schedule;

  @Option(
      names = "--persister",
      paramLabel = "memory|disk:DIR",
      defaultValue = "memory",
      converter = PersisterConverter.class,
      description =
          "Where servers keep their state: in memory, or in real files below DIR, in a folder for"
              + " each test and seed, which is left behind when the run fails. Tests about disks"
              + " use simulated ones in any case. ${DEFAULT-VALUE} when it is not given.")
  private PersisterKind persister;

  @Option(
      names = "--verify-determinism",
      description = "Runs every seed twice and compares the fingerprints.")
  private boolean verifyDeterminism;

  @Option(names = "--fail-fast", description = "Ends with the first failure.")
  private boolean failFast;

  @Option(
      names = "--events",
      paramLabel = "N|all",
      defaultValue = "" + FailureReport.EVENTS,
      converter = EventsConverter.class,
      description =
          "How many events of a failing run are shown, the last of each server, beside those that"
              + " show the facts; ${DEFAULT-VALUE} when it is not given. Their lines are as long as"
              + " the terminal is wide, or as the environment variable COLUMNS says.")
  private int events;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Writes the results as a JSON array, too; also when interrupted.")
  private Optional<Path> json = Optional.empty();

  @Option(
      names = {"-v", "--verbose"},
      description = "Shows every run with its fingerprint and notes.")
  private boolean verbose;

  RunCommand(TestExecutor executor, Terminal terminal) {
    this.executor = executor;
    this.terminal = terminal;
  }

  /** What a shell may complete. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Selection.names().iterator();
    }
  }

  @Override
  public Integer call() throws IOException {
    SweepPlan plan = plan();
    int workers = jobs.orElseGet(Heap::defaultJobs);
    if (workers < 1) {
      throw usage("--jobs must be at least 1, not " + workers);
    }
    Heap.shortfall(workers)
        .ifPresent(words -> {
          throw usage(words);
        });
    Server server = server();
    try (Interruption _ = new Interruption();
        ResultSink<ResultRow> results = openResults()) {
      return onPersister(plan, server, workers, results);
    }
  }

  private int onPersister(SweepPlan plan, Server server, int workers, ResultSink<ResultRow> results)
      throws IOException {
    if (persister.directory().isEmpty()) {
      return sweep(plan, server, workers, results);
    }
    try (StateFolders folders = openFolders(server.executor())) {
      return sweep(plan, server.with(folders), workers, results);
    }
  }

  private StateFolders openFolders(TestExecutor runs) {
    try {
      return new StateFolders(runs, persister);
    } catch (IOException e) {
      throw usage("--persister " + persister + " cannot be used: " + e.getMessage());
    }
  }

  private SweepPlan plan() {
    if (seeds.orElse(1) < 1) {
      throw usage("--seeds must be at least 1, not " + seeds.orElseThrow());
    }
    try {
      SweepPlan plan = new SweepPlan(Selection.of(names), seed, seeds, schedule, persister);
      plan.tests().forEach(test -> requireRoom(plan.firstSeed(test), plan.seedsOf(test)));
      return plan;
    } catch (IllegalArgumentException e) {
      throw usage(String.valueOf(e.getMessage()));
    }
  }

  private void requireRoom(long first, int count) {
    if (first > Long.MAX_VALUE - count + 1) {
      throw usage("--seed " + first + " leaves no room for " + count + " seeds");
    }
  }

  private Server server() {
    try {
      return serverOptions.server(executor);
    } catch (IllegalArgumentException e) {
      throw usage(String.valueOf(e.getMessage()));
    }
  }

  private ResultSink<ResultRow> openResults() {
    if (json.isEmpty()) {
      return ResultSink.none();
    }
    try {
      return new JsonFile<>(json.get(), JsonReport::new);
    } catch (IOException e) {
      throw usage("cannot write " + json.get() + ": " + e.getMessage());
    }
  }

  private int sweep(SweepPlan plan, Server server, int workers, ResultSink<ResultRow> results) {
    RunReporter reporter = new RunReporter(plan, server, terminal, verbose);
    Progress progress = new Progress(terminal, plan.size());
    RunChecker checker = new RunChecker(server.executor(), schedule, verifyDeterminism, events);
    Sweep sweep = new Sweep(workers, task -> progress.watch(task, checker::run));
    reporter.begin(workers);
    server.executor().prepare();
    boolean interrupted = false;
    try {
      sweep.run(
          plan.size(),
          plan::task,
          run -> {
            reporter.add(run);
            results.add(run.row());
            return !failFast || run.row().verdict().passed();
          });
    } catch (InterruptedException e) {
      interrupted = true;
      reporter.interrupted();
    }
    reporter.end();
    return interrupted ? ExitCode.NO_VERDICT : reporter.exitCode();
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
