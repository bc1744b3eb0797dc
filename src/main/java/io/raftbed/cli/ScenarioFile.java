package io.raftbed.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.raftbed.scenario.Scenario;
import io.raftbed.scenario.format.RecordWriter;
import io.raftbed.suite.SuiteTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A scenario as a command writes it: with comments below that tell of it. */
final class ScenarioFile {

  private static final Path FOUND = Path.of("found");
  private static final String ENDING = ".yaml";
  private static final String SHRUNK = "-shrunk" + ENDING;

  private ScenarioFile() {}

  /**
   * Returns where the scenario is kept that fails as a test does with a seed.
   *
   * @param beside a file in whose folder it is; empty for the folder of what hunts find
   */
  static Path of(SuiteTest test, long seed, Optional<Path> beside) {
    String name = test.id().replaceAll("[^A-Za-z0-9+]+", "-") + "-seed-" + seed + ENDING;
    return beside.map(file -> file.resolveSibling(name)).orElseGet(() -> FOUND.resolve(name));
  }

  /** Returns where the smallest form of a scenario is kept; of a smallest one, itself. */
  static Path shrunk(Path scenario) {
    String name = String.valueOf(scenario.getFileName());
    if (name.endsWith(SHRUNK)) {
      return scenario;
    }
    String base = name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
    return scenario.resolveSibling(base + SHRUNK);
  }

  /** Returns the text of the file. */
  static String text(Scenario scenario, List<String> comments) {
    return RecordWriter.write(scenario)
        + comments.stream().map(line -> "# " + line + "\n").collect(Collectors.joining());
  }

  /** Writes the file, and the folder that it is in when there is none. */
  static void write(Path file, Scenario scenario, List<String> comments) {
    try {
      Files.createDirectories(file.toAbsolutePath().resolveSibling("."));
      Files.writeString(file, text(scenario, comments), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
