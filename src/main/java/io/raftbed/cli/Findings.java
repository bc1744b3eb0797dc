package io.raftbed.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.raftbed.scenario.Scenario;
import io.raftbed.scenario.format.RecordWriter;
import io.raftbed.trace.FailureKind;
import io.raftbed.trace.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The distinct failures of a hunt, each written once, as soon as it is found. */
final class Findings {

  private static final int MOST_WORDS = 7;

  private final Path folder;
  private final Terminal terminal;
  private final String options;
  private final Map<String, Integer> seeds = new TreeMap<>();
  private boolean testbedFailed;

  /**
   * Makes one.
   *
   * @param folder where they are written; made when the first one comes
   * @param options what a command needs to run the same server under the same schedule, with a
   *     space before it
   */
  Findings(Path folder, Terminal terminal, String options) {
    this.folder = folder;
    this.terminal = terminal;
    this.options = options;
  }

  /** Takes what came of a scenario. */
  void add(CheckedRun run, Scenario scenario) {
    if (!(run.row().verdict() instanceof Verdict.Fail fail)) {
      return;
    }
    testbedFailed |= fail.kind() == FailureKind.TESTBED_FAULT;
    String name = name(fail);
    if (seeds.merge(name, 1, Integer::sum) == 1) {
      terminal.lines(tell(name, fail, scenario));
    }
  }

  /** How many seeds failed. */
  int failures() {
    return seeds.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** How many distinct failures they showed. */
  int distinct() {
    return seeds.size();
  }

  int exitCode(boolean interrupted) {
    if (testbedFailed || interrupted) {
      return ExitCode.NO_VERDICT;
    }
    return seeds.isEmpty() ? ExitCode.PASSED : ExitCode.FAILED;
  }

  private List<String> tell(String name, Verdict.Fail fail, Scenario scenario) {
    Path file = folder.resolve(name + ".yaml");
    List<String> lines = new ArrayList<>();
    lines.add(
        terminal.paint().bad(fail.kind().label() + ": " + fail.message())
            + " (seed "
            + scenario.seed().orElseThrow()
            + ")");
    if (Files.exists(file)) {
      lines.add("  known: " + file);
    } else {
      write(file, scenario.withAbout(fail.kind().label() + ": " + fail.message()));
      lines.add("  written: " + file);
    }
    lines.add("  replay: ./raftbed replay " + ShellWord.of(file.toString()) + options);
    lines.add("  shrink: ./raftbed shrink " + ShellWord.of(file.toString()) + options);
    return lines;
  }

  private void write(Path file, Scenario scenario) {
    try {
      Files.createDirectories(folder);
      Files.writeString(file, RecordWriter.write(scenario), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  /** Names what failed without the numbers and texts of the run, so that it is the same for all. */
  static String name(Verdict.Fail fail) {
    String words =
        (fail.kind().label() + " " + fail.message())
            .replaceAll("\"[^\"]*\"|'[^']*'", " ")
            .replaceAll("\\b[SC]?[0-9][0-9.,]*\\b", " ")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z]+", " ")
            .strip();
    List<String> all = List.of(words.split(" "));
    return String.join("-", all.subList(0, Math.min(MOST_WORDS, all.size())));
  }
}
