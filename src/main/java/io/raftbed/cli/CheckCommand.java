package io.raftbed.cli;

import io.raftbed.linearizability.format.FormatException;
import io.raftbed.report.CheckEntry;
import io.raftbed.report.CheckJson;
import io.raftbed.report.RefusedRow;
import java.io.IOException;
import java.nio.file.Path;
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

/** {@code raftbed check}: checks recorded histories for linearizability. */
@Command(
    name = "check",
    description = "Checks recorded histories of any program for linearizability.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all histories are linearizable",
      "1:a history is not linearizable",
      "2:wrong usage or bad input, and no history that was checked is not linearizable",
      "3:a verdict is unknown, and nothing is worse; or the check was interrupted"
    })
final class CheckCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE|DIR",
      arity = "1..*",
      description = "Files with one history each; all histories below a folder.")
  private List<Path> paths = List.of();

  @Mixin private final CheckOptions options = new CheckOptions();

  @Option(
      names = "--json",
      paramLabel = "OUT",
      description = "Writes the results as a JSON array, too; also when interrupted.")
  private Optional<Path> json = Optional.empty();

  @Option(
      names = {"-v", "--verbose"},
      description = "Shows the whole evidence, and all files that were skipped.")
  private boolean verbose;

  CheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    HistoryCheck check = check();
    try (Interruption _ = new Interruption();
        ResultSink<CheckEntry> results = openResults()) {
      HistoryFiles files = HistoryFiles.of(paths, check.format());
      CheckReporter reporter = new CheckReporter(terminal, spec.commandLine().getErr(), verbose);
      long start = System.nanoTime();
      boolean interrupted = !checkAll(files, check, reporter, results);
      reporter.skipped(files.skipped());
      reporter.end((System.nanoTime() - start) / 1_000_000);
      return interrupted ? ExitCode.NO_VERDICT : reporter.exitCode();
    }
  }

  /** Checks file by file; returns whether that came to its end. */
  private boolean checkAll(
      HistoryFiles files,
      HistoryCheck check,
      CheckReporter reporter,
      ResultSink<CheckEntry> results) {
    for (RefusedRow problem : files.problems()) {
      reporter.refuse(problem);
      results.add(problem);
    }
    int total = files.files().size();
    for (Path file : files.files()) {
      try (Ticker _ = new Ticker(terminal, reporter.progress(total) + ", checking " + file)) {
        CheckedHistory checked = check.check(file);
        reporter.add(checked);
        results.add(checked.row());
      } catch (FormatException e) {
        RefusedRow refused = new RefusedRow(file.toString(), String.valueOf(e.getMessage()));
        reporter.refuse(refused);
        results.add(refused);
      } catch (InterruptedException e) {
        reporter.interrupted(total);
        return false;
      }
    }
    return true;
  }

  private HistoryCheck check() {
    try {
      return options.check(paths);
    } catch (IllegalArgumentException e) {
      throw usage(String.valueOf(e.getMessage()));
    }
  }

  private ResultSink<CheckEntry> openResults() {
    if (json.isEmpty()) {
      return ResultSink.none();
    }
    try {
      return new JsonFile<>(json.get(), CheckJson::new);
    } catch (IOException e) {
      throw usage("cannot write " + json.get() + ": " + e.getMessage());
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
