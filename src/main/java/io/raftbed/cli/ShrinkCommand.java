package io.raftbed.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.raftbed.scenario.Scenario;
import io.raftbed.scenario.ScenarioFiles;
import io.raftbed.scenario.format.RecordWriter;
import io.raftbed.scenario.shrink.Losses;
import io.raftbed.scenario.shrink.Shrinker;
import io.raftbed.sim.ScheduleKind;
import java.io.IOException;
import java.io.UncheckedIOException;
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

/** {@code raftbed shrink}: makes a failing scenario small. */
@Command(
    name = "shrink",
    description = {
      "Leaves out of a failing scenario what its failure does not need, until nothing can go:"
          + " steps, servers, disks, losses, times. What it has so far stands in the file that it"
          + " writes; started again, it goes on from there."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the scenario is as small as it gets",
      "2:wrong usage or bad input, or the scenario does not fail",
      "3:interrupted, or out of time; what was reached is written"
    })
final class ShrinkCommand implements Callable<Integer> {

  private static final String ENDING = ".yaml";
  private static final String SHRUNK = "-shrunk" + ENDING;

  private final TestExecutor executor;
  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "A scenario that fails.")
  private Path file = Path.of("");

  @Mixin private final ServerOptions serverOptions = new ServerOptions();

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "A seed with which it fails; the scenario's, when it is not given.")
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
    Scenario original = read(file);
    Path target = out.orElseGet(() -> shrunk(file));
    requireWritable(target);
    Scenario from =
        Files.exists(target) ? read(target) : seed.map(original::withSeed).orElse(original);
    Server server = server();
    server.executor().prepare();
    try (FailingSeeds seeds =
            new FailingSeeds(
                server.executor(), schedule, tries, jobs.orElseGet(Heap::defaultJobs));
        Interruption _ = new Interruption()) {
      return shrink(original, from, target, seeds, server);
    }
  }

  private int shrink(
      Scenario original, Scenario from, Path target, FailingSeeds seeds, Server server) {
    time.ifPresent(seeds::endAfter);
    terminal.line(
        "raftbed: shrinks %s, %d seeds a try, schedule %s, server %s"
            .formatted(from.equals(original) ? file : target, tries, schedule, server.name()));
    Scenario[] smallest = {from};
    boolean done = false;
    try {
      OptionalLong failing = seeds.begin(from);
      if (failing.isEmpty()) {
        throw usage(
            "%s passes with the seeds %d to %d; there is nothing to shrink"
                .formatted(from.equals(original) ? file : target, seeds.first(), seeds.last()));
      }
      smallest[0] = from.withSeed(failing.getAsLong());
      Shrinker.shrink(
          smallest[0],
          seeds::of,
          smaller -> {
            smallest[0] = smaller;
            write(target, RecordWriter.write(smaller));
            terminal.status(progress(seeds, original, smaller));
          });
      done = true;
    } catch (InterruptedException e) {
      terminal.line("not done: what follows may get smaller still");
    }
    tell(original, smallest[0], target, seeds, server, done);
    return done ? ExitCode.PASSED : ExitCode.NO_VERDICT;
  }

  private static String progress(FailingSeeds seeds, Scenario original, Scenario smaller) {
    return "%d tries, %d of %d steps left"
        .formatted(seeds.scenarios(), smaller.steps().size(), original.steps().size());
  }

  private void tell(
      Scenario original,
      Scenario smallest,
      Path target,
      FailingSeeds seeds,
      Server server,
      boolean done) {
    List<String> comments = new ArrayList<>();
    comments.add(
        "# Shrunk from %d steps to %d; fails with seed %d%s."
            .formatted(
                original.steps().size(),
                smallest.steps().size(),
                smallest.seed().orElseThrow(),
                options(server).isEmpty() ? "" : " of" + options(server)));
    comments.addAll(Losses.words(original, smallest).stream().map(line -> "# " + line).toList());
    if (done) {
      comments.add(
          "# Without any one line, or with smaller numbers, it passes with %d seeds or cannot run."
              .formatted(tries));
    }
    Scenario told = smallest.withAbout(seeds.failureOf(smallest));
    String text = RecordWriter.write(told) + String.join("\n", comments) + "\n";
    write(target, text);
    terminal.line("");
    terminal.lines(text.lines().toList());
    terminal.line("");
    terminal.line("%d scenarios tried, %d runs".formatted(seeds.scenarios(), seeds.runs()));
    terminal.line("written: " + target);
    terminal.line("replay: ./raftbed replay " + ShellWord.of(target.toString()) + options(server));
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

  private static Path shrunk(Path scenario) {
    String name = String.valueOf(scenario.getFileName());
    if (name.endsWith(SHRUNK)) {
      return scenario;
    }
    String base = name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
    return scenario.resolveSibling(base + SHRUNK);
  }

  private static void write(Path target, String text) {
    try {
      Files.writeString(target, text, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + target, e);
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
