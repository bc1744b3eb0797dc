package io.raftbed.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.scenario.format.RecordReader;
import io.raftbed.sim.ScheduleKind;
import io.raftbed.suite.Implementation;
import io.raftbed.suite.SuiteRunner;
import io.raftbed.suite.TestResult;
import io.raftbed.trace.FailureKind;
import io.raftbed.trace.TraceSink;
import io.raftbed.trace.Verdict;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What steps do in a run. */
class ScriptTest {

  private static final Implementation REFERENCE = Reference.load();

  @Test
  void aServerFollowsWhenItRunsAndDoesNotLead() {
    assertPasses("steps: [elect: A, expect: {leads: A}, expect: {follows: [B, C]}]");
    assertFailsToExpect("steps: [elect: A, expect: {follows: A}]");
    assertFailsToExpect("steps: [elect: A, crash: B, expect: {follows: B}]");
  }

  @Test
  void snapshotsOfTheLogServiceCount() {
    String steps = "steps: [agree: 3, sleep: 500ms, expect: {snapshot: {of: all, index: %d}}]";
    assertPasses("snapshot-every: 2\n" + steps.formatted(3));
    assertFailsToExpect("snapshot-every: 2\n" + steps.formatted(4));
    assertFailsToExpect(steps.formatted(1));
  }

  @Test
  void whatServersKeepIsLimited() {
    String puts =
        """
        service: kv
        max-raft-state: 400
        steps:
          - repeat: {times: 20, steps: [{put: {client: alice, value: "0"}}, finish: alice]}
        """;
    assertPasses(puts + "  - limit-storage: {raft-state: 3200, snapshot: 400}\n");
    assertFails(puts + "  - limit-storage: {snapshot: 20}\n", "a saved snapshot is too large");
    assertFails(puts + "  - limit-storage: 10\n", "a saved Raft state is too large");
  }

  @Test
  void whatServicesHoldInMemoryIsLimited() {
    String steps =
        """
        service: kv
        steps:
          - put: {client: alice, key: k}
          - finish: alice
          - sleep: 1s
          - note-memory: before
          - %s
          - finish: alice
          - sleep: 1s
          - limit-memory: before
        """;
    assertPasses(steps.formatted("put: {client: alice, key: k}"));
    assertFails(
        steps.formatted("put: {client: alice, key: another}"),
        "more references since the note \"before\"");
  }

  @Test
  void aServiceThatBeganAnewIsNotComparedWithWhatItWas() {
    assertPasses(
        """
        service: kv
        servers: 4
        founders: 3
        steps:
          - crash: S1
          - note-memory: before
          - restart: S1
          - crash: S2
          - restart: S2
          - sleep: 2s
          - {limit-memory: {since: before, growth: 1000}}
        """);
  }

  @Test
  void whatWasNotNotedIsNotCompared() {
    assertPasses(
        """
        service: kv
        steps:
          - when: {leads: S0}
            within: 1ms
            note-memory: before
          - limit-memory: before
        """);
  }

  @Test
  void loadGoesToThoseThatAreNamed() {
    String steps = "steps: [elect: A, load: {time: 500ms, servers: %s}]";
    int convergence = 1;
    assertThat(run(steps.formatted("[B, C]")).commands()).isEqualTo(convergence);
    assertThat(run(steps.formatted("A")).commands()).isGreaterThan(convergence);
  }

  @Test
  void aCommitmentIsTheMomentWhenItIsToldBeforeItIsApplied() {
    String steps =
        """
        steps:
          - elect: A
          - agree: 2
          - start: A
          - when: {committed: 3}
            crash: A
          - expect: {applied: {by: %s, index: %d}}
        """;
    assertPasses(steps.formatted("all", 2));
    assertFailsToExpect(steps.formatted("A", 3));
    assertFailsToExpect(steps.formatted("B", 3));
    assertPasses("steps: [elect: A, start: A, expect: {committed: 1, within: 1s}]");
    assertPasses("steps: [elect: A, start: A, expect: {committed: , within: 1s}]");
    assertFailsToExpect("steps: [elect: A, start: A, expect: {committed: 2, within: 1s}]");
    assertFailsToExpect("steps: [elect: A, agree: 2, expect: {committed: 1}]");
  }

  @Test
  void thoseWhoBecameMembersStayMembersWhenAnEarlierLeaderComesBack() {
    for (int seed = 1; seed <= 20; seed++) {
      assertPasses(
          """
          servers: 4
          founders: 4
          seed: %d
          steps:
            - elect: A
            - agree: 2
            - disconnect: A
            - change-members: {to: [A, B, C], of: A}
            - elect: {server: B, voters: [C, D]}
            - end-faults
            - become-members: [A, B, C, D]
            - crash: B
            - agree: {servers: 3}
            - expect: {members: [A, B, C, D]}
          """
              .formatted(seed));
    }
  }

  @Test
  void namesOfOthersAreOfServersThatHaveNone() {
    assertPasses(
        """
        steps:
          - elect: A
          - remember: {as: first, server: leader}
          - remember: {as: second, server: another}
          - remember: {as: third, server: another}
          - crash: [second, third]
          - expect: {down: [B, C]}
        """);
    assertThat(run("servers: 1\nsteps: [elect: A, remember: {as: x, server: another}]").notes())
        .anyMatch(note -> note.startsWith("left out, for no server is another: "));
  }

  /** In this run a server is elected right after the last command was applied by some. */
  @Test
  void aLeaderThatComesLastIsGivenACommand() {
    assertPasses(
        """
        servers: 6
        founders: 4
        snapshot-every: 1
        network: unreliable
        seed: 2007641
        steps:
          - load: 204ms
          - remember: {as: slow, server: follower}
          - load: 726ms
          - load: 21ms
          - remember: {as: lonely, server: follower}
          - disconnect: lonely
          - load: 491ms
          - keep-majority
          - agree
        """);
  }

  @Test
  void whatIsHeldInAStepThatWasLeftOutIsNotThere() {
    String steps =
        """
        servers: 1
        steps:
          - elect: A
          - remember: {as: x, server: another}
          - hold: {as: votes, messages: {from: x}}
          - when: {held: votes}
            within: 10ms
            crash: A
          - lose: votes
        """;
    assertPasses(steps);
    assertThat(run(steps).notes())
        .anyMatch(note -> note.startsWith("left out, for nothing is held"));
  }

  @Test
  void theNextLeaderIsAnother() {
    assertPasses(
        """
        steps:
          - elect: A
          - remember: {as: first, server: leader}
          - heal
          - cut: first
          - remember: {as: second, server: next-leader}
          - crash: second
          - expect: {follows: first, within: 5s}
        """);
    assertThat(
            run("steps: [elect: A, remember: {as: x, server: leader}, remember: {as: y, server:"
                    + " next-leader}]")
                .notes())
        .anyMatch(note -> note.startsWith("left out, for no server is next-leader: "));
  }

  @Test
  void aStepAboutARoleThatNobodyHasIsLeftOut() {
    TestResult result =
        run("steps: [disconnect: all, crash: leader, {when: {applied: {by: leader}}, heal: }]");
    assertThat(result.outcome().verdict()).isEqualTo(new Verdict.Pass());
    assertThat(result.notes())
        .contains("left out, for no server is leader: {crash: leader}")
        .anyMatch(note -> note.startsWith("left out, for its moment did not come: {when: "));
    assertFailsToExpect("steps: [disconnect: all, expect: {applied: {by: leader}}]");
  }

  @Test
  void startDoesNotWaitForTheDiskOfAServer() {
    TestResult result =
        run(
            """
            storage: disk
            steps: [elect: A, stall-disk: {servers: A, time: 20s}, start: A, crash: A]
            """);
    assertThat(result.outcome().verdict()).isEqualTo(new Verdict.Pass());
    assertThat(result.outcome().virtualNanos()).isLessThan(TimeUnit.SECONDS.toNanos(10));
  }

  private static void assertPasses(String scenario) {
    assertThat(run(scenario).outcome().verdict()).isEqualTo(new Verdict.Pass());
  }

  private static void assertFails(String scenario, String message) {
    assertThat(run(scenario).outcome().verdict())
        .isInstanceOfSatisfying(
            Verdict.Fail.class,
            fail -> {
              assertThat(fail.kind()).isEqualTo(FailureKind.LIMIT);
              assertThat(fail.message()).contains(message);
            });
  }

  private static void assertFailsToExpect(String scenario) {
    assertThat(run(scenario).outcome().verdict())
        .isInstanceOfSatisfying(
            Verdict.Fail.class,
            fail -> {
              assertThat(fail.kind()).isEqualTo(FailureKind.LIVENESS);
              assertThat(fail.message()).startsWith("what the scenario expects did not come about");
            });
  }

  private static TestResult run(String scenario) {
    Scenario read =
        RecordReader.read(
            "test.yaml", "about: A test.\n" + scenario, Scenario.class, ScenarioChecks::check);
    return SuiteRunner.run(
        ScenarioTests.of("test.yaml", read),
        REFERENCE,
        new SuiteRunner.Run(read.seed().orElse(1L), new ScheduleKind.Random(), TraceSink.NONE));
  }
}
