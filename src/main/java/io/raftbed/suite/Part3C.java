package io.raftbed.suite;

import static io.raftbed.suite.TestContext.ELECTION_MILLIS;

import io.raftbed.cluster.Cluster;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** Persistence: crashes and restarts, and the same histories over an unreliable network. */
final class Part3C {

  static final List<SuiteTest> TESTS =
      List.of(
          test("basic-persistence", "basic persistence", 3, Part3C::basicPersistence),
          test("more-persistence", "more persistence", 5, Part3C::morePersistence),
          test(
              "partitioned-leader",
              "partitioned leader and one follower crash, leader restarts",
              3,
              Part3C::partitionedLeader),
          test("figure-8", "Figure 8", 5, Figure8::withCrashes),
          test("unreliable-agreement", "unreliable agreement", 5, Part3C::unreliableAgreement),
          test("figure-8-unreliable", "Figure 8 (unreliable)", 5, Figure8::unreliable),
          test("churn", "churn", 5, Churn::reliable),
          test("churn-unreliable", "churn (unreliable)", 5, Churn::unreliable));

  private Part3C() {}

  private static SuiteTest test(
      String slug, String title, int servers, Consumer<TestContext> body) {
    return SuiteTest.of("3C", slug, title, servers, body);
  }

  private static void basicPersistence(TestContext context) {
    Cluster cluster = context.cluster();
    context.agree(3);
    for (int server = 0; server < 3; server++) {
      context.bringBack(server);
    }
    context.agree(3);
    context.bringBack(cluster.checkOneLeader());
    context.agree(3);
    int leader = cluster.checkOneLeader();
    cluster.crash(leader);
    int index = context.agree(2);
    context.bringBack(leader);
    // Wait for it to catch up before the next one goes down.
    cluster.waitApplied(index, 3, -1);
    int follower = (cluster.checkOneLeader() + 1) % 3;
    cluster.crash(follower);
    context.agree(2);
    context.bringBack(follower);
    context.agree(3);
  }

  private static void morePersistence(TestContext context) {
    Cluster cluster = context.cluster();
    for (int round = 0; round < 5; round++) {
      context.agree(5);
      int leader = cluster.checkOneLeader();
      forEach(leader, cluster::crash, 1, 2);
      context.agree(3);
      forEach(leader, cluster::crash, 0, 3, 4);
      forEach(leader, context::bringBack, 1, 2);
      context.sleep(ELECTION_MILLIS);
      forEach(leader, context::bringBack, 3);
      context.agree(3);
      forEach(leader, context::bringBack, 0, 4);
    }
    context.agree(5);
  }

  private static void partitionedLeader(TestContext context) {
    Cluster cluster = context.cluster();
    context.agree(3);
    int leader = cluster.checkOneLeader();
    int follower = (leader + 1) % 3;
    int cut = (leader + 2) % 3;
    cluster.disconnect(cut);
    context.agree(2);
    cluster.crash(leader);
    cluster.crash(follower);
    cluster.connect(cut);
    context.bringBack(leader);
    context.agree(2);
    context.bringBack(follower);
    context.agree(3);
  }

  private static void unreliableAgreement(TestContext context) {
    Cluster cluster = context.cluster();
    context.unreliable();
    List<Thread> clients = new ArrayList<>();
    for (int round = 1; round <= 49; round++) {
      for (int client = 0; client < 4; client++) {
        clients.add(cluster.spawn("client-" + round + "-" + client, () -> context.agree(1)));
      }
      context.agree(1);
    }
    context.reliable();
    Threads.join(clients);
    context.agree(5);
  }

  private static void forEach(int leader, IntConsumer action, int... distances) {
    for (int distance : distances) {
      action.accept((leader + distance) % 5);
    }
  }
}
