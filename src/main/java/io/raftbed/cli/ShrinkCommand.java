package io.raftbed.cli;

import io.raftbed.scenario.Scenario;
import io.raftbed.scenario.ScenarioFiles;
import io.raftbed.sim.ScheduleKind;
import io.raftbed.suite.SuiteTest;
import io.raftbed.trace.FailureKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code raftbed shrink}: makes a small scenario of a failure. */
@Command(
    name = "shrink",
    description = {
      "Leaves out of a failing scenario what its failure does not need, until nothing can go:"
          + " steps, servers, disks, losses, times. What it has so far stands in the file that it"
          + " writes; started again, it goes on from there.",
      "Given a test, it first looks for a scenario that fails as the test does with that seed: with"
          + " the faults and commands of that run, or else a drawn one. It writes it to the folder"
          + " found."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the scenario is as small as it gets",
      "2:wrong usage or bad input, or the scenario or test does not fail",
      "3:interrupted, or out of time, and what was reached is written; or no scenario was found"
          + " that fails as the test does, or the testbed failed"
    })
final class ShrinkCommand implements Callable<Integer> {

  private final TestExecutor executor;
  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE|TEST",
      description = "A scenario that fails, or a test that does, such as 3B/backup.")
  private String what = "";

  @Mixin private final ServerOptions serverOptions = new ServerOptions();

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "A seed with which it fails; the scenario's, or 1, when it is not given.")
  private Optional<Long> seed = Optional.empty();

  @Option(
      names = "--tries",
      paramLabel = "N",
      defaultValue = "8",
      description =
          "With how many seeds each smaller scenario must pass before it is given up;"
              + " ${DEFAULT-VALUE} when it is not given.")
  private int tries;

  @Option(
      names = "--time",
      paramLabel = "T",
      converter = DurationConverter.class,
      description =
          "How long to go on at most, such as 30s or 10m; as long as it takes, when it is"
              + " not given.")
  private Optional<Duration> time = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to write the smallest; FILE-shrunk.yaml when it is not given.")
  private Optional<Path> out = Optional.empty();

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

  ShrinkCommand(TestExecutor executor, Terminal terminal) {
    this.executor = executor;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Optional<SuiteTest> test = test();
    Path file =
        test.map(each -> ScenarioFile.of(each, seedOf(each), out)).orElseGet(() -> Path.of(what));
    Path target = out.orElseGet(() -> ScenarioFile.shrunk(file));
    if (test.isEmpty()) {
      read(file); // its mistakes come first
    }
    List.of(file, target).forEach(this::requireWritable);
    Server server = server();
    server.executor().prepare();
    try (FailingSeeds seeds = seeds(server);
        Interruption _ = new Interruption()) {
      time.ifPresent(seeds::endAfter);
      List<String> origin = new ArrayList<>();
      if (test.isPresent()) {
        FailedRun run = failedRun(test.get(), server);
        if (!capture(run, file, seeds)) {
          return ExitCode.NO_VERDICT;
        }
        origin.add("From " + run.name() + ": " + run.words());
        origin.add(read(file).about());
      }
      Shrinking shrinking = new Shrinking(seeds, options(server), terminal);
      return shrinking.shrink(job(file, target, origin, seeds, server));
    } catch (InterruptedException e) {
      terminal.line("not done: interrupted, or out of time, before a scenario was seen to fail");
      return ExitCode.NO_VERDICT;
    }
  }

  private Optional<SuiteTest> test() {
    if (ScenarioFiles.isPath(what) || Files.isRegularFile(Path.of(what))) {
      return Optional.empty();
    }
    try {
      return Optional.of(Selection.one(what));
    } catch (IllegalArgumentException e) {
      throw usage(String.valueOf(e.getMessage()));
    }
  }

  private long seedOf(SuiteTest test) {
    return seed.orElse(test.draws().firstSeed());
  }

  private FailingSeeds seeds(Server server) {
    // The reference is no measure of itself.
    Optional<TestExecutor> reference =
        Optional.of(executor).filter(runs -> !runs.equals(server.executor()));
    return new FailingSeeds(server.executor(), reference, schedule, tries, workers());
  }

  private int workers() {
    return jobs.orElseGet(Heap::defaultJobs);
  }

  private FailedRun failedRun(SuiteTest test, Server server) {
    long of = seedOf(test);
    terminal.line(
        "raftbed: looks for a scenario that fails as %s does with seed %d, schedule %s, server %s"
            .formatted(test.id(), of, schedule, server.name()));
    return FailedRun.of(server.executor(), test, of, schedule)
        .orElseThrow(
            () -> usage(test.id() + " passes with seed " + of + "; there is nothing to shrink"));
  }

  /** Returns whether there is a scenario in the file then that fails as a run did. */
  private boolean capture(FailedRun run, Path file, FailingSeeds seeds)
      throws InterruptedException {
    terminal.line(run.words());
    if (run.failure().kind() == FailureKind.TESTBED_FAULT) {
      return false;
    }
    if (Files.exists(file)) {
      seeds.expect(run.failure().kind());
      terminal.line("  known: " + file);
      return true;
    }
    Optional<Scenario> found = new Capture(seeds, workers(), terminal).of(run);
    found.ifPresent(scenario -> {
      ScenarioFile.write(file, scenario, List.of());
      terminal.line("  written: " + file);
    });
    return found.isPresent();
  }

  /** Returns what is to be done, once it is seen to fail. */
  private Shrinking.Job job(
      Path file, Path target, List<String> origin, FailingSeeds seeds, Server server)
      throws InterruptedException {
    Path begin = Files.exists(target) ? target : file;
    terminal.line(
        "raftbed: shrinks %s, %d seeds a try, schedule %s, server %s"
            .formatted(begin, tries, schedule, server.name()));
    Scenario from = read(begin);
    if (begin.equals(file) && origin.isEmpty()) {
      from = seed.map(from::withSeed).orElse(from);
    }
    OptionalLong failing = seeds.begin(from);
    if (failing.isEmpty()) {
      throw usage(
          "%s passes with the seeds %d to %d; there is nothing to shrink"
              .formatted(begin, seeds.first(), seeds.last()));
    }
    return new Shrinking.Job(read(file), from.withSeed(failing.getAsLong()), target, origin);
  }

  private void requireWritable(Path target) {
    try {
      Writable.requireFolder(target.resolveSibling("."));
    } catch (IllegalArgumentException e) {
      throw usage(String.valueOf(e.getMessage()));
    }
  }

  private String options(Server server) {
    return Schedules.option(schedule) + server.options();
  }

  private Scenario read(Path scenario) {
    try {
      return ScenarioFiles.read(scenario);
    } catch (IllegalArgumentException e) {
      throw usage(String.valueOf(e.getMessage()));
    }
  }

  private Server server() {
    try {
      if (tries < 1) {
        throw new IllegalArgumentException("--tries must be at least 1, not " + tries);
      }
      if (jobs.orElse(1) < 1) {
        throw new IllegalArgumentException("--jobs must be at least 1, not " + jobs.orElseThrow());
      }
      return serverOptions.server(executor);
    } catch (IllegalArgumentException e) {
      throw usage(String.valueOf(e.getMessage()));
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
