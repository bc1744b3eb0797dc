package io.raftbed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.scenario.Scenario;
import io.raftbed.scenario.ScenarioFiles;
import io.raftbed.sim.ScheduleKind;
import io.raftbed.suite.Implementation;
import io.raftbed.suite.SuiteRunner;
import io.raftbed.trace.FailureKind;
import io.raftbed.variants.BrokenVariants;
import io.raftbed.variants.VariantCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
    new ReferenceExecutor().prepare();
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
  @CsvSource({"R01, 8, --service=log", "E01, 6, --service=log", "M10, 6, --members"})
  void aBugIsFoundAndMadeSmall(String variant, int most, String option) throws IOException {
    TestExecutor broken = of(variant);
    Session hunt =
        Session.of(
            broken, "fuzz", option, "--seeds", "12", "--jobs", "1", "--out", folder.toString());
    assertThat(hunt.exitCode()).isEqualTo(1);
    Path file = found().getFirst();
    assertThat(hunt.out()).contains("  written: " + file);

    Session shrinking = Session.of(broken, "shrink", file.toString(), "--jobs", "1");
    Path small = folder.resolve(file.getFileName().toString().replace(".yaml", "-shrunk.yaml"));
    assertThat(shrinking.exitCode()).isZero();
    assertThat(shrinking.out()).contains("written: " + small);
    Scenario scenario = ScenarioFiles.read(small);
    assertThat(scenario.steps().size()).isLessThanOrEqualTo(most);
    assertThat(Files.readString(small))
        .contains("\nseeds: ", "# Shrunk from ", " seeds from ", "# Steps not needed: ");

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
  void membersCannotChangeWhereTheServerDoesNotOfferIt() {
    Session hunt =
        Session.of(
            FakeExecutor.notOffering(),
            "fuzz",
            "--members",
            "--out",
            folder.resolve("x").toString());
    assertThat(hunt.exitCode()).isEqualTo(2);
    assertThat(hunt.err())
        .singleElement()
        .asString()
        .contains("the members cannot change: not this server; hunt without --members");
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

  @ParameterizedTest
  @CsvSource({
    "R01, 3B+/figure-8, The faults and commands of 3B+/figure-8 with seed 1., 8",
    "R03, 3B+/reordering, the faults and commands of 3B+/reordering with seed 1 do not show it., 8"
  })
  void aFailingTestBecomesASmallScenario(String variant, String test, String origin, int most)
      throws IOException {
    TestExecutor broken = of(variant);
    Path small = folder.resolve("small.yaml");
    String[] shrink = {"shrink", test, "--seed", "1", "--jobs", "1", "--out", small.toString()};
    Session session = Session.of(broken, shrink);
    assertThat(session.exitCode()).isZero();
    Path whole = folder.resolve(test.replace('/', '-') + "-seed-1.yaml");
    assertThat(session.out()).contains("  written: " + whole, "written: " + small);
    assertThat(Files.readString(small))
        .contains("# From " + test + " with seed 1: safety: ", origin, "# Shrunk from ");
    assertThat(ScenarioFiles.read(whole).about()).endsWith(origin);
    assertThat(ScenarioFiles.read(small).steps().size()).isLessThanOrEqualTo(most);
    assertThat(Session.of(broken, "run", small.toString()).exitCode()).isEqualTo(1);
    assertThat(Session.of(new ReferenceExecutor(), "run", small.toString()).exitCode()).isZero();

    Session again = Session.of(broken, shrink);
    assertThat(again.exitCode()).isZero();
    assertThat(again.out()).contains("  known: " + whole);
    assertThat(Files.readString(small)).contains("# From " + test + " with seed 1: safety: ");
  }

  @Test
  void whatNoScenarioShowsIsToldInALine() throws IOException {
    TestExecutor onlyTheTest =
        (test, seed, schedule, sink) ->
            (test.id().startsWith("3B") ? FakeExecutor.failingWith(seed) : FakeExecutor.passing())
                .run(test, seed, schedule, sink);
    String out = folder.resolve("small.yaml").toString();
    Session session = Session.of(onlyTheTest, "shrink", "3B/rejoin", "--out", out);
    assertThat(session.exitCode()).isEqualTo(3);
    assertThat(session.out())
        .containsExactly(
            "raftbed: looks for a scenario that fails as 3B/rejoin does with seed 1, schedule"
                + " random, server reference",
            "liveness: no leader",
            "not found: neither what happened in that run nor 1,000 drawn scenarios fail with"
                + " liveness; './raftbed replay' shows the run itself");
    assertThat(found()).isEmpty();
    Session late = Session.of(onlyTheTest, "shrink", "3B/rejoin", "--out", out, "--time", "1ms");
    assertThat(late.exitCode()).isEqualTo(3);
    assertThat(late.out().getLast())
        .isEqualTo("not done: interrupted, or out of time, before a scenario was seen to fail");
  }

  @Test
  void aTestThatPassesIsNotShrunk() {
    Session session = Session.of(FakeExecutor.failingWith(3), "shrink", "3B/rejoin", "--seed", "2");
    assertThat(session.exitCode()).isEqualTo(2);
    assertThat(session.err().getFirst())
        .contains("3B/rejoin passes with seed 2; there is nothing to shrink");
    assertThat(Session.of(FakeExecutor.passing(), "shrink", "3B/rejoi").err().getFirst())
        .contains("There is no suite or test \"3B/rejoi\"");
  }

  @Test
  void whatAsksTooMuchOfEveryServerIsNoSmallerForm() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("a.yaml"),
            "about: x\nsteps: [heal, agree, {crash: all}, {expect: {leads: anyone}}]\n");
    FailingSeeds seeds =
        new FailingSeeds(
            of("E12"), Optional.of(new ReferenceExecutor()), new ScheduleKind.Random(), 2, 1);
    try (seeds) {
      Scenario unfair = ScenarioFiles.read(file);
      seeds.expect(FailureKind.LIVENESS);
      assertThat(seeds.of(unfair)).isEmpty();
      assertThat(seeds.begin(unfair)).hasValue(1); // somebody wants it so
      assertThat(seeds.of(unfair)).hasValue(1);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
