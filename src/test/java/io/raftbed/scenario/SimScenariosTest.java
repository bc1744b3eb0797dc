package io.raftbed.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.sim.ScheduleKind;
import io.raftbed.suite.Implementation;
import io.raftbed.suite.SuiteRunner;
import io.raftbed.suite.SuiteTest;
import io.raftbed.suite.TestResult;
import io.raftbed.trace.TraceSink;
import io.raftbed.trace.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The collection of scenarios: what stands in each file, and that the reference passes it. */
class SimScenariosTest {

  private static final Path FOLDER = Path.of("sim-scenarios");
  private static final int LEAST = 30;
  private static final int SEEDS = 10;

  private static final Implementation REFERENCE = Reference.load();

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @Test
  void thereAreEnough() throws IOException {
    assertThat(files()).hasSizeGreaterThanOrEqualTo(LEAST);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void saysWhyItIsThereAndWhatItShows(Path file) throws IOException {
    assertThat(Files.readAllLines(file).getFirst())
        .as("the first line says why, and names the source")
        .matches("about: [A-Z].* \\(.+\\)\\.");
    assertThat(file.getFileName().toString()).matches("[a-z0-9-]+\\.yaml");
    assertThat(ScenarioFiles.read(file).shows()).isNotEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void theReferencePassesAndNoStepIsLeftOut(Path file) {
    SuiteTest test = ScenarioFiles.tests(file.toString()).getFirst();
    for (long seed = 1; seed <= SEEDS; seed++) {
      TestResult result =
          SuiteRunner.run(
              test,
              REFERENCE,
              new SuiteRunner.Run(seed, new ScheduleKind.Random(), TraceSink.NONE));
      assertThat(result.outcome().verdict()).as("seed %d", seed).isEqualTo(new Verdict.Pass());
      assertThat(result.notes()).as("seed %d", seed).noneMatch(note -> note.contains("left out"));
    }
  }
}
