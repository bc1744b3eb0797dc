package io.raftbed.suite;

import static io.raftbed.suite.TestContext.ELECTION_MILLIS;

import io.raftbed.cluster.Cluster;
import io.raftbed.lab.RequestVoteReply;
import io.raftbed.net.Hold;
import io.raftbed.trace.FailureKind;
import java.util.List;
import java.util.function.Consumer;

/** Elections under one-way links, late messages and unequal clocks; no log, no disk. */
final class Part3APlus {

  static final List<SuiteTest> TESTS =
      List.of(
          test("one-way-links", "one-way links", 3, Part3APlus::oneWayLinks),
          test("stale-votes", "vote replies held over terms", 5, Part3APlus::staleVotes),
          test("late-candidates", "late votes for a rival", 5, Part3APlus::lateCandidates),
          test("old-ballots", "late votes in a later term", 5, Part3APlus::oldBallots),
          test("even-cluster", "half of an even cluster", 4, Part3APlus::evenCluster),
          test("stale-leader", "heartbeats of a deposed leader", 5, Timeouts::staleLeader),
          test("clock-drift", "clocks of unequal rate", 5, Clocks::drift));

  private static final long STEP_DOWN_LIMIT_MILLIS = 5_000;
  private static final int ROUNDS = 3;

  private Part3APlus() {}

  private static SuiteTest test(
      String slug, String title, int servers, Consumer<TestContext> body) {
    return SuiteTest.of("3A+", slug, title, servers, body);
  }

  /** A leader that hears nobody's calls learns of a later term from replies alone. */
  private static void oneWayLinks(TestContext context) {
    Cluster cluster = context.cluster();
    Stage stage = new Stage(context);
    for (int round = 0; round < ROUNDS; round++) {
      int old = cluster.checkOneLeader();
      int term = context.term(old);
      int[] others = {(old + 1) % 3, (old + 2) % 3};
      cluster.disconnect(old);
      cluster.checkOneLeader();
      stage.open(old, others);
      context.check(
          context.await(STEP_DOWN_LIMIT_MILLIS, () -> context.term(old) > term),
          FailureKind.LIVENESS,
          "S" + old + " did not learn from replies that its term " + term + " is over",
          "for 5 s its calls were answered by servers of later terms",
          "it says " + context.describe(old));
      context.endFaults();
      int leader = cluster.checkOneLeader();
      // Its followers hear no more heartbeats, while it still hears them.
      stage.close(leader, (leader + 1) % 3, (leader + 2) % 3);
      context.sleep(2 * ELECTION_MILLIS);
      cluster.checkOneLeader();
      context.endFaults();
    }
  }

  /** Votes of terms that are over do not add up in a later candidacy. */
  private static void staleVotes(TestContext context) {
    Stage stage = new Stage(context);
    context.cluster().checkOneLeader();
    for (int round = 0; round < ROUNDS; round++) {
      int[] cast = stage.cast();
      int candidate = cast[0];
      Hold replies =
          context
              .network()
              .holdReplies(m -> m.to() == candidate && m.body() instanceof RequestVoteReply);
      stage.onlyCalls(candidate, cast[1], cast[2], cast[3], cast[4]);
      int first = context.term(candidate);
      int terms = stage.draw(2, 4);
      context.await(10_000, () -> context.term(candidate) >= first + terms);
      stage.silence();
      int last = context.term(candidate);
      // Its next candidacy reaches nobody.
      context.await(5_000, () -> context.term(candidate) > last);
      replies.release();
      context.sleep(stage.draw(20, 200));
      context.endFaults();
      context.cluster().checkOneLeader();
    }
  }

  private static void lateCandidates(TestContext context) {
    context.cluster().checkOneLeader();
    for (int round = 0; round < ROUNDS; round++) {
      new ContestedTerm(context).deliverLate();
      context.cluster().checkOneLeader();
    }
  }

  private static void oldBallots(TestContext context) {
    context.cluster().checkOneLeader();
    for (int round = 0; round < ROUNDS; round++) {
      new ContestedTerm(context).deliverInLaterTerm();
      context.cluster().checkOneLeader();
    }
  }

  private static void evenCluster(TestContext context) {
    Cluster cluster = context.cluster();
    for (int round = 0; round < ROUNDS; round++) {
      int leader = cluster.checkOneLeader();
      int other = (leader + context.faults().nextInt(1, 4)) % 4;
      cluster.disconnect(leader);
      cluster.disconnect(other);
      context.sleep(2 * ELECTION_MILLIS);
      cluster.checkNoLeader();
      cluster.connect(other);
      cluster.checkOneLeader();
      cluster.connect(leader);
    }
    cluster.checkOneLeader();
  }
}
