package io.raftbed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A hostile or clumsy server and what must come of it. Each file of the folder says in its first
 * lines which test shows it and with what verdict, and marks the line that a report must name with
 * HERE.
 *
 * @param name its class
 * @param test the test to run
 * @param manner what it takes of the machine
 * @param kind the kind of verdict
 * @param says what the message must contain; empty where that is the machine's
 * @param place the file and line that the report must name; empty where there is none
 */
record Hostile(String name, String test, Manner manner, String kind, String says, String place) {

  /** What a server takes of the machine before it is stopped. */
  enum Manner {
    QUICK,
    /** Seconds of real time. */
    SLOW,
    /** All memory: a JVM that has none left may fail anywhere, JUnit included. */
    HUNGRY
  }

  private static final Path FOLDER = Path.of("src/test/resources/hostile");
  private static final Pattern OPENING =
      Pattern.compile(
          "(?<test>\\S+)(?: (?<manner>slow|hungry))? -> (?<kind>[a-z ]+)(?:: (?<says>.*))?");

  static Stream<Hostile> all(Manner manner) throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> !file.endsWith("Quiet.java"))
          .sorted()
          .map(Hostile::read)
          .filter(server -> server.manner() == manner)
          .toList()
          .stream();
    }
  }

  /** Compiles all of them into a folder, and returns where their classes are. */
  static Path compile(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return Sources.compileFiles(folder, files.toList());
    }
  }

  private static Hostile read(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      String opening =
          lines.stream()
              .takeWhile(line -> line.startsWith("// "))
              .map(line -> line.substring(3))
              .collect(Collectors.joining(" "));
      Matcher first = OPENING.matcher(opening);
      assertThat(first.matches()).as(file.toString()).isTrue();
      String manner = first.group("manner");
      String fileName = file.getFileName().toString();
      int here = 1;
      while (here <= lines.size() && !lines.get(here - 1).endsWith("// HERE")) {
        here++;
      }
      return new Hostile(
          fileName.replace(".java", ""),
          first.group("test"),
          manner == null ? Manner.QUICK : Manner.valueOf(manner.toUpperCase(Locale.ROOT)),
          first.group("kind"),
          first.group("says") == null ? "" : first.group("says"),
          here > lines.size() ? "" : fileName + ":" + here);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asserts on what a run printed that it ended as it must, and that nobody else complained. */
  void assertContained(int exitCode, List<String> out, List<String> err) {
    String report = String.join("\n", out);
    assertThat(err).as(report).isEmpty();
    assertThat(exitCode).as(report).isEqualTo(1);
    assertThat(report).contains("FAIL " + test + ": " + kind + " with seed 1");
    assertThat(report.replaceAll("\n +", " ")).contains(says).contains(place);
  }

  @Override
  public String toString() {
    return name;
  }
}
