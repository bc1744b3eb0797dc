package io.raftbed.suite;

import static io.raftbed.suite.TestContext.ELECTION_MILLIS;

import io.raftbed.cluster.Cluster;
import io.raftbed.lab.AppendEntriesReply;
import io.raftbed.net.Chances;
import io.raftbed.net.Hold;
import io.raftbed.net.Profile;
import io.raftbed.sim.Delay;
import java.util.List;
import java.util.function.Consumer;

/**
 * Replication under scripted leaderships, late, repeated or missing messages, slow services and
 * clocks that jump; no crash.
 */
final class Part3BPlus {

  static final List<SuiteTest> TESTS =
      List.of(
          test("figure-8", "Figure 8, scene by scene", 5, ScriptedFigure8::run),
          test("stale-acks", "acknowledgements held over terms", 5, Part3BPlus::staleAcks),
          test("heartbeats", "heartbeats without entries", 3, Part3BPlus::heartbeats),
          test("reordering", "late and repeated AppendEntries", 5, Part3BPlus::reordering),
          test("latecomer", "a server that has missed everything", 5, Part3BPlus::latecomer),
          test("even-cluster", "half of an even cluster", 4, Part3BPlus::evenCluster),
          test(
              "outdated-candidate",
              "an outdated server in a hurry",
              3,
              Timeouts::outdatedCandidate),
          test("slow-service", "services that take their time", 3, SlowServices::run),
          test("clock-jumps", "wall time set forth and back", 3, Clocks::jumps),
          test("pauses", "servers that stand still", 5, Clocks::pauses));

  private static final int ROUNDS = 3;
  private static final int BURSTS = 12;

  private Part3BPlus() {}

  private static SuiteTest test(
      String slug, String title, int servers, Consumer<TestContext> body) {
    return SuiteTest.of("3B+", slug, title, servers, body);
  }

  /**
   * A leads, B leads and replaces what A left behind, A leads again: what was acknowledged to A the
   * first time says nothing any more.
   */
  private static void staleAcks(TestContext context) {
    Stage stage = new Stage(context);
    for (int round = 0; round < ROUNDS; round++) {
      int[] cast = stage.cast();
      int a = cast[0];
      int b = cast[1];
      int c = cast[2];
      int d = cast[3];
      int follower = cast[4];
      context.agree(5);
      stage.lead(a, b, c, d, follower);
      Hold acks =
          context
              .network()
              .holdReplies(m ->
                  m.from() == follower && m.to() == a && m.body() instanceof AppendEntriesReply);
      stage.onlyCalls(a, follower);
      int lost = stage.draw(3, 6);
      context.start(a, lost);
      context.sleep(stage.draw(250, 400));
      stage.lead(b, c, d);
      stage.open(b, a);
      context.start(b, stage.draw(0, 1));
      // When A has applied it, A's own entries are gone.
      context.cluster().waitApplied(context.startAsLeader(b).index(), 4, -1);
      stage.lead(a, c, d);
      stage.onlyCalls(a, c);
      context.start(a, lost);
      context.sleep(stage.draw(150, 300));
      acks.release();
      context.sleep(stage.draw(200, 400));
      context.endFaults();
      context.agree(5);
    }
  }

  /** Heartbeats alone neither acknowledge entries nor commit what the leader does not have. */
  private static void heartbeats(TestContext context) {
    Stage stage = new Stage(context);
    for (int round = 0; round < ROUNDS; round++) {
      int[] cast = stage.cast();
      int first = cast[0];
      int second = cast[1];
      int third = cast[2];
      context.agree(3);
      stage.lead(first, second, third);
      Hold entries = stage.holdEntries(first);
      int index = context.startAsLeader(first).index();
      context.start(first, stage.draw(1, 4));
      context.sleep(stage.draw(300, 500));
      context.checkNotCommitted(index, "only its leader has it: all entries were held back");
      stage.lead(second, third);
      entries.drop();
      int committed = context.startAsLeader(second).index();
      context.cluster().waitApplied(committed, 2, -1);
      Hold corrections = stage.holdEntries(second);
      stage.open(second, first);
      context.sleep(stage.draw(300, 500));
      corrections.drop();
      context.endFaults();
      context.agree(3);
    }
  }

  /** Bursts of commands while requests overtake each other, then the leader is cut off. */
  private static void reordering(TestContext context) {
    Cluster cluster = context.cluster();
    int slowest = context.faults().nextInt(20, 400);
    double repeated = context.faults().nextDouble(0.1, 0.5);
    context.note(
        "drawn: requests take up to %d ms, %.2f are repeated".formatted(slowest, repeated));
    Delay late = new Delay.LongTail(0, slowest * 1_000_000L);
    Profile profile =
        Profile.RELIABLE.withDelays(late, late).withChances(new Chances(0.02, 0.02, repeated, 0));
    for (int round = 0; round < 2 * ROUNDS; round++) {
      int leader = cluster.checkOneLeader();
      context.network().use(profile);
      for (int burst = 0; burst < BURSTS; burst++) {
        context.start(leader, context.workload().nextInt(1, 4));
        context.sleep(context.faults().nextLong(60));
      }
      cluster.disconnect(leader);
      context.reliable();
      context.agree(3);
      cluster.connect(leader);
    }
    context.agree(5);
  }

  /** A leader that was elected with a long log meets a server with an empty one. */
  private static void latecomer(TestContext context) {
    Cluster cluster = context.cluster();
    Stage stage = new Stage(context);
    int late = stage.draw(0, 4);
    cluster.disconnect(late);
    for (int i = stage.draw(1, 6); i > 0; i--) {
      context.agree(4);
    }
    int leader = cluster.checkOneLeader();
    cluster.disconnect(leader);
    context.agree(3);
    cluster.connect(late);
    context.agree(4);
    cluster.connect(leader);
    context.agree(5);
  }

  private static void evenCluster(TestContext context) {
    Cluster cluster = context.cluster();
    for (int round = 0; round < ROUNDS; round++) {
      context.agree(4);
      int leader = cluster.checkOneLeader();
      int kept = (leader + context.faults().nextInt(1, 4)) % 4;
      for (int server = 0; server < 4; server++) {
        if (server != leader && server != kept) {
          cluster.disconnect(server);
        }
      }
      int index = context.startAsLeader(leader).index();
      context.sleep(2 * ELECTION_MILLIS);
      context.checkNotCommitted(index, "only two of four servers were connected");
      context.endFaults();
    }
    context.agree(4);
  }
}
