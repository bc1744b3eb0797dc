package io.raftbed.cli;

import io.raftbed.report.FailureReport;
import io.raftbed.scenario.Scenario;
import io.raftbed.scenario.Scenario.ServiceOption;
import io.raftbed.scenario.ScenarioTests;
import io.raftbed.scenario.nemesis.Nemeses;
import io.raftbed.scenario.nemesis.Nemesis;
import io.raftbed.scenario.nemesis.Swarm;
import io.raftbed.sim.ScheduleKind;
import io.raftbed.trace.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code raftbed fuzz}: hunts for failures with scenarios that are drawn. */
@Command(
    name = "fuzz",
    description = {
      "Hunts for failures: each seed draws a scenario of its own from the nemeses, and in the end"
          + " demands that a majority goes on without the others. Each distinct failure is written"
          + " once, as a scenario that can be replayed, shrunk and kept."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:nothing was found",
      "1:a failure was found",
      "2:wrong usage or bad input; nothing was run",
      "3:no verdict: the testbed failed, or interrupted; what was found is written"
    })
final class FuzzCommand implements Callable<Integer> {

  private static final Duration DEFAULT_TIME = Duration.ofMinutes(1);

  private final TestExecutor executor;
  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Mixin private final ServerOptions serverOptions = new ServerOptions();

  @Option(
      names = "--time",
      paramLabel = "T",
      converter = DurationConverter.class,
      description =
          "How long to hunt, such as 30s or 10m; 1m when neither time nor seeds are given.")
  private Optional<Duration> time = Optional.empty();

  @Option(
      names = "--seeds",
      paramLabel = "N",
      description = "Hunts with the N seeds from S on, however long that takes.")
  private Optional<Long> seeds = Optional.empty();

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "The first seed; ${DEFAULT-VALUE} when it is not given.")
  private long seed;

  @Option(
      names = "--nemesis",
      paramLabel = "NAME",
      split = ",",
      description = "Draws from these nemeses only; --list-nemeses tells which there are.")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--members",
      description =
          "Draws from all nemeses, those that change the members included, which the server must"
              + " offer (suite 3E); without it they are drawn when --nemesis names them.")
  private boolean members;

  @Option(
      names = "--service",
      paramLabel = "log|kv|versioned-kv",
      defaultValue = "log",
      converter = ServiceConverter.class,
      description =
          "What stands above the servers: bare commands, or a key/value service with clients;"
              + " ${DEFAULT-VALUE} when it is not given.")
  private ServiceOption service;

  @Option(names = "--list-nemeses", description = "Lists the nemeses and ends.")
  private boolean list;

  @Option(names = "--fail-fast", description = "Ends with the first failure.")
  private boolean failFast;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "found",
      description = "Where failures are written; ${DEFAULT-VALUE} when it is not given.")
  private Path out;

  @Option(
      names = "--jobs",
      paramLabel = "J",
      description = "How many runs at a time; as 'raftbed run' chooses, when it is not given.")
  private Optional<Integer> jobs = Optional.empty();

  @Option(
      names = "--schedule",
      paramLabel = "fifo|random|pct:D",
      defaultValue = Schedules.DEFAULT,
      converter = ScheduleConverter.class,
      description = "Who runs next among the runnable threads, as for 'raftbed run'.")
  private ScheduleKind schedule;

  FuzzCommand(TestExecutor executor, Terminal terminal) {
    this.executor = executor;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Nemeses nemeses = nemeses();
    if (list) {
      nemeses.nemeses().forEach(n -> terminal.line("%-22s %s".formatted(n.name(), n.about())));
      return ExitCode.PASSED;
    }
    int workers = jobs.orElseGet(Heap::defaultJobs);
    Server server = check(nemeses, workers);
    Findings findings = new Findings(out, terminal, Schedules.option(schedule) + server.options());
    begin(nemeses, workers, server);
    server.executor().prepare();
    Behaviours behaviours = new Behaviours();
    RunChecker checker =
        new RunChecker(
            behaviours.watching(server.executor()), schedule, false, FailureReport.EVENTS);
    Sweep sweep = new Sweep(workers, checker::run);
    HuntProgress progress = new HuntProgress(terminal, behaviours, findings);
    boolean interrupted = false;
    try (Interruption _ = new Interruption()) {
      interrupted = hunt(sweep, nemeses, findings, progress);
      progress.end(interrupted);
    }
    return findings.exitCode(interrupted);
  }

  private boolean hunt(Sweep sweep, Nemeses nemeses, Findings findings, HuntProgress progress) {
    long deadline = System.nanoTime() + time().map(Duration::toNanos).orElse(Long.MAX_VALUE / 2);
    try {
      sweep.run(
          seeds.orElse(Long.MAX_VALUE - seed),
          position -> task(nemeses, seed + position),
          run -> {
            requireOffered(run.row().verdict());
            progress.add(run.row());
            findings.add(run, Swarm.draw(nemeses, service, run.row().seed()));
            return System.nanoTime() < deadline && !(failFast && findings.failures() > 0);
          });
      return false;
    } catch (InterruptedException e) {
      return true;
    }
  }

  private void requireOffered(Verdict verdict) {
    if (verdict instanceof Verdict.NotOffered(String what)) {
      throw usage("the members cannot change: " + what + "; hunt without --members");
    }
  }

  private SweepPlan.Task task(Nemeses nemeses, long seed) {
    Scenario scenario = Swarm.draw(nemeses, service, seed);
    return new SweepPlan.Task(ScenarioTests.of("fuzz", scenario), seed);
  }

  private Optional<Duration> time() {
    return time.isEmpty() && seeds.isEmpty() ? Optional.of(DEFAULT_TIME) : time;
  }

  private Nemeses nemeses() {
    try {
      if (!names.isEmpty()) {
        return Nemeses.all().named(names);
      }
      return members || list ? Nemeses.all() : Nemeses.all().withoutChangesOfMembers();
    } catch (IllegalArgumentException e) {
      throw usage(e);
    }
  }

  private Server check(Nemeses nemeses, int workers) {
    try {
      require(seeds.orElse(1L) >= 1, "--seeds must be at least 1, not " + seeds.orElse(1L));
      require(workers >= 1, "--jobs must be at least 1, not " + workers);
      require(
          seed >= 0 && seed <= Long.MAX_VALUE - seeds.orElse(1L),
          "--seed " + seed + " leaves no room for the seeds to come");
      Heap.shortfall(workers).ifPresent(words -> require(false, words));
      require(!nemeses.nemeses().isEmpty(), "there is no nemesis to draw from");
      Writable.requireFolder(out);
      return serverOptions.server(executor);
    } catch (IllegalArgumentException e) {
      throw usage(e);
    }
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  private void begin(Nemeses nemeses, int workers, Server server) {
    String limit =
        time()
            .map(t -> "for " + t.toSeconds() + " s")
            .orElseGet(() -> "with " + seeds.get() + " seeds");
    terminal.line(
        "raftbed: hunts %s from seed %d, schedule %s, %d jobs, server %s; failures go to %s"
            .formatted(limit, seed, schedule, workers, server.name(), out));
    if (!names.isEmpty()) {
      terminal.line(
          "nemeses: " + String.join(", ", nemeses.nemeses().stream().map(Nemesis::name).toList()));
    }
  }

  private ParameterException usage(IllegalArgumentException e) {
    return usage(String.valueOf(e.getMessage()));
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
