package io.raftbed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.scenario.Scenario;
import io.raftbed.scenario.ScenarioFiles;
import io.raftbed.sim.Programs;
import io.raftbed.suite.Implementation;
import io.raftbed.suite.SuiteRunner;
import io.raftbed.variants.BrokenVariants;
import io.raftbed.variants.VariantCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From nothing to a scenario of a few lines, by the commands. */
class FuzzAndShrinkTest {

  @TempDir private Path folder;

  @BeforeAll
  static void prepare() {
    Programs.prepare();
  }

  private static TestExecutor of(String variant) {
    Implementation implementation =
        Implementation.of(VariantCompiler.compile(BrokenVariants.byId(variant)));
    return (test, seed, schedule, sink) ->
        SuiteRunner.run(test, implementation, new SuiteRunner.Run(seed, schedule, sink));
  }

  private List<Path> found() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @CsvSource({"R01, 6", "E01, 6", "R10, 6"})
  void aBugIsFoundAndMadeSmall(String variant, int most) throws IOException {
    TestExecutor broken = of(variant);
    Session hunt =
        Session.of(broken, "fuzz", "--seeds", "12", "--jobs", "1", "--out", folder.toString());
    assertThat(hunt.exitCode()).isEqualTo(1);
    Path file = found().getFirst();
    assertThat(hunt.out()).contains("  written: " + file);

    Session shrinking = Session.of(broken, "shrink", file.toString(), "--jobs", "1");
    Path small = folder.resolve(file.getFileName().toString().replace(".yaml", "-shrunk.yaml"));
    assertThat(shrinking.exitCode()).isZero();
    assertThat(shrinking.out()).contains("written: " + small);
    Scenario scenario = ScenarioFiles.read(small);
    assertThat(scenario.steps().size()).isLessThanOrEqualTo(most);
    assertThat(Files.readString(small)).contains("# Shrunk from ", "# Steps not needed: ");

    assertThat(Session.of(broken, "run", small.toString()).exitCode()).isEqualTo(1);
    assertThat(Session.of(new ReferenceExecutor(), "run", small.toString()).exitCode()).isZero();
  }

  @Test
  void aFailureThatIsKnownIsNotWrittenAgain() throws IOException {
    TestExecutor failing = FakeExecutor.failingWith(3);
    String[] hunt = {"fuzz", "--seeds", "5", "--jobs", "1", "--out", folder.toString()};
    assertThat(Session.of(failing, hunt).out()).contains("liveness: no leader (seed 3)");
    Path file = folder.resolve("liveness-no-leader.yaml");
    assertThat(found()).containsExactly(file);
    assertThat(Session.of(failing, hunt).out()).contains("  known: " + file);
    assertThat(ScenarioFiles.read(file).seed()).hasValue(3L);
    assertThat(ScenarioFiles.read(file).about()).isEqualTo("liveness: no leader");
  }

  @Test
  void aHuntCanEndWithItsFirstFailure() {
    Session hunt =
        Session.of(
            FakeExecutor.failingWith(3),
            "fuzz",
            "--seeds",
            "9",
            "--jobs",
            "1",
            "--fail-fast",
            "--out",
            folder.toString());
    assertThat(hunt.out().getLast()).startsWith("3 seeds, ");
  }

  @Test
  void aHuntThatFindsNothingSaysHowFarItWent() throws IOException {
    Session hunt =
        Session.of(
            FakeExecutor.passing(), "fuzz", "--seeds", "5", "--jobs", "1", "--out", folder + "/x");
    assertThat(hunt.exitCode()).isZero();
    assertThat(hunt.out().getLast())
        .startsWith("5 seeds, 500 events, 0.0 virtual hours, ")
        .endsWith(", 0 failing seeds, 0 distinct failures");
    assertThat(found()).isEmpty();
  }

  @Test
  void whatDoesNotFailIsNotShrunk() throws IOException {
    Path file = Files.writeString(folder.resolve("a.yaml"), "about: x\nsteps: [agree]\n");
    Session session = Session.of(FakeExecutor.passing(), "shrink", file.toString());
    assertThat(session.exitCode()).isEqualTo(2);
    assertThat(session.err().getFirst())
        .contains("a.yaml passes with the seeds 1 to 8; there is nothing to shrink");
  }

  @Test
  void shrinkingGoesOnWhereItWas() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("a.yaml"), "about: x\nseed: 3\nsteps: [agree, heal, ring]\n");
    Path small =
        Files.writeString(
            folder.resolve("a-shrunk.yaml"), "about: x\nseed: 3\nsteps: [agree, heal]\n");
    Session session = Session.of(FakeExecutor.failingWith(3), "shrink", file.toString());
    assertThat(session.exitCode()).isZero();
    assertThat(session.out().getFirst()).startsWith("raftbed: shrinks " + small);
    assertThat(ScenarioFiles.read(small).steps()).hasSize(1);
  }

  @Test
  void nemesesAreListed() {
    Session session = Session.of(FakeExecutor.passing(), "fuzz", "--list-nemeses");
    assertThat(session.exitCode()).isZero();
    assertThat(session.out()).hasSizeGreaterThan(25).anyMatch(line -> line.startsWith("bridge "));
  }
}
