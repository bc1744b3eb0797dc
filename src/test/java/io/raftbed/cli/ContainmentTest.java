package io.raftbed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.reference.raft.ReferenceRaft;
import io.raftbed.sim.Outcome;
import io.raftbed.sim.ScheduleKind;
import io.raftbed.suite.SuiteRunner;
import io.raftbed.suite.Suites;
import io.raftbed.trace.TraceSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Hostile and clumsy servers. Each file of the folder says in its first lines which test shows it
 * and with what verdict, and marks the line that a report must name with HERE.
 */
class ContainmentTest {

  private static final Path FOLDER = Path.of("src/test/resources/hostile");
  private static final Pattern OPENING =
      Pattern.compile("(?<test>\\S+)(?<slow> slow)? -> (?<kind>[a-z ]+): (?<says>.*)");

  /** More would take so much of each other's time that it runs out before the memory does. */
  private static final int AT_ONCE = 3;

  @TempDir private static Path compiled;

  private static String classes = "";

  /**
   * A server and what must come of it.
   *
   * @param name its class
   * @param test the test to run
   * @param slow whether it takes seconds of real time
   * @param kind the kind of verdict
   * @param says what the message must contain
   * @param place the file and line that the report must name; empty where there is none
   */
  record Hostile(String name, String test, boolean slow, String kind, String says, String place) {

    static Hostile read(Path file) {
      try {
        List<String> lines = Files.readAllLines(file);
        String opening =
            lines.stream()
                .takeWhile(line -> line.startsWith("// "))
                .map(line -> line.substring(3))
                .collect(Collectors.joining(" "));
        Matcher first = OPENING.matcher(opening);
        assertThat(first.matches()).as(file.toString()).isTrue();
        String fileName = file.getFileName().toString();
        int here = 1;
        while (here <= lines.size() && !lines.get(here - 1).endsWith("// HERE")) {
          here++;
        }
        return new Hostile(
            fileName.replace(".java", ""),
            first.group("test"),
            first.group("slow") != null,
            first.group("kind"),
            first.group("says"),
            here > lines.size() ? "" : fileName + ":" + here);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public String toString() {
      return name;
    }

    void assertContained() {
      Session session =
          Session.of(FakeExecutor.passing(), "run", test, "--classpath", classes, "--raft", name);
      String report = String.join("\n", session.out());
      assertThat(session.err()).as(report).isEmpty();
      assertThat(session.exitCode()).as(report).isEqualTo(1);
      assertThat(report).contains("FAIL " + test + ": " + kind + " with seed 1");
      assertThat(report.replaceAll("\n +", " ")).contains(says).contains(place);
    }
  }

  private static Stream<Hostile> all() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> !file.endsWith("Quiet.java"))
          .sorted()
          .map(Hostile::read)
          .toList()
          .stream();
    }
  }

  static Stream<Hostile> quick() throws IOException {
    return all().filter(server -> !server.slow());
  }

  @BeforeAll
  static void compile() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      classes = Sources.compileFiles(compiled, files.toList()).toString();
    }
    ReferenceExecutor reference = new ReferenceExecutor();
    reference.prepare();
  }

  private static Outcome reference() {
    return SuiteRunner.run(
            Suites.find("3B/backup").getFirst(),
            ReferenceRaft::make,
            1,
            new ScheduleKind.Random(),
            TraceSink.NONE)
        .outcome();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("quick")
  void aHostileServerEndsInItsVerdictAndTheNextTestRuns(Hostile server) {
    Outcome before = reference();
    server.assertContained();
    assertThat(reference()).isEqualTo(before);
    assertThat(before.verdict().passed()).isTrue();
  }

  /** Those that take the machine's time or memory, side by side, and beside others. */
  @Test
  void manyHostileServersAtOnceHarmNobody() throws Exception {
    Outcome alone = reference();
    List<Hostile> servers = all().filter(Hostile::slow).toList();
    assertThat(servers).hasSizeGreaterThan(5);
    try (ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<?>> verdicts =
          servers.stream().<Future<?>>map(server -> pool.submit(server::assertContained)).toList();
      while (!verdicts.stream().allMatch(Future::isDone)) {
        assertThat(reference()).isEqualTo(alone);
      }
      for (Future<?> verdict : verdicts) {
        verdict.get();
      }
    }
    assertThat(reference()).isEqualTo(alone);
  }
}
