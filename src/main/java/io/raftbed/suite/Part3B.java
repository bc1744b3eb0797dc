package io.raftbed.suite;

import static io.raftbed.suite.TestContext.ELECTION_MILLIS;
import static java.nio.charset.StandardCharsets.US_ASCII;

import io.raftbed.cluster.Cluster;
import io.raftbed.trace.FailureKind;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** The log, on a reliable network. */
final class Part3B {

  static final List<SuiteTest> TESTS =
      List.of(
          test("basic-agreement", "basic agreement", 3, Part3B::basicAgreement),
          test("rpc-bytes", "RPC byte count", 3, Part3B::rpcBytes),
          test("follower-failure", "progressive failure of followers", 3, Part3B::followerFailure),
          test("leader-failure", "failure of leaders", 3, Part3B::leaderFailure),
          test("fail-agree", "agreement after a follower reconnects", 3, Part3B::failAgree),
          test("fail-no-agree", "no agreement without a majority", 5, Part3B::failNoAgree),
          test("concurrent-starts", "concurrent starts", 3, ConcurrentStarts::run),
          test("rejoin", "rejoin of a partitioned leader", 3, Part3B::rejoin),
          test("backup", "fast backup over incorrect follower logs", 5, Part3B::backup),
          test("rpc-count", "RPC counts are not too high", 3, RpcCount::run));

  private static final int BIG_COMMAND_BYTES = 5_000;
  private static final int LONG_TAIL = 50;

  private Part3B() {}

  private static SuiteTest test(
      String slug, String title, int servers, Consumer<TestContext> body) {
    return SuiteTest.of("3B", slug, title, servers, body);
  }

  private static void basicAgreement(TestContext context) {
    for (int index = 1; index <= 3; index++) {
      context.checkNotCommitted(index, "nothing had been started there");
      checkIndex(context, context.agreeAtOnce(3), index);
    }
  }

  private static void rpcBytes(TestContext context) {
    Cluster cluster = context.cluster();
    checkIndex(context, context.agreeAtOnce(3), 1);
    long before = context.network().traffic().bytes();
    int sent = 0;
    for (int index = 2; index <= 11; index++) {
      byte[] command =
          "cmd-%d "
              .formatted(index)
              .repeat(BIG_COMMAND_BYTES)
              .substring(0, BIG_COMMAND_BYTES)
              .getBytes(US_ASCII);
      checkIndex(context, cluster.agree(command, 3, false), index);
      sent += command.length;
    }
    long bytes = context.network().traffic().bytes() - before;
    long limit = 3L * sent + 50_000;
    context.check(
        bytes <= limit,
        FailureKind.LIMIT,
        "too many RPC bytes: each command should be sent to each peer just once",
        "10 commands of 5000 bytes took " + bytes + " bytes, at most " + limit + " are allowed");
  }

  private static void followerFailure(TestContext context) {
    Cluster cluster = context.cluster();
    context.agreeAtOnce(3);
    int first = cluster.checkOneLeader();
    cluster.disconnect((first + 1) % 3);
    context.agreeAtOnce(2);
    context.sleep(ELECTION_MILLIS);
    context.agreeAtOnce(2);
    int second = cluster.checkOneLeader();
    cluster.disconnect((second + 1) % 3);
    cluster.disconnect((second + 2) % 3);
    checkIndex(context, context.startAsLeader(second).index(), 4);
    context.sleep(2 * ELECTION_MILLIS);
    context.checkNotCommitted(4, "the leader had no connected follower");
  }

  private static void leaderFailure(TestContext context) {
    Cluster cluster = context.cluster();
    context.agreeAtOnce(3);
    cluster.disconnect(cluster.checkOneLeader());
    context.agreeAtOnce(2);
    context.sleep(ELECTION_MILLIS);
    context.agreeAtOnce(2);
    cluster.disconnect(cluster.checkOneLeader());
    for (int server = 0; server < 3; server++) {
      cluster.start(server, context.command());
    }
    context.sleep(2 * ELECTION_MILLIS);
    context.checkNotCommitted(4, "no majority was connected");
  }

  private static void failAgree(TestContext context) {
    Cluster cluster = context.cluster();
    context.agreeAtOnce(3);
    int cut = (cluster.checkOneLeader() + 1) % 3;
    cluster.disconnect(cut);
    context.agreeAtOnce(2);
    context.agreeAtOnce(2);
    context.sleep(ELECTION_MILLIS);
    context.agreeAtOnce(2);
    context.agreeAtOnce(2);
    cluster.connect(cut);
    context.agree(3);
    context.sleep(ELECTION_MILLIS);
    context.agree(3);
  }

  private static void failNoAgree(TestContext context) {
    Cluster cluster = context.cluster();
    context.agreeAtOnce(5);
    int first = cluster.checkOneLeader();
    for (int i = 1; i <= 3; i++) {
      cluster.disconnect((first + i) % 5);
    }
    checkIndex(context, context.startAsLeader(first).index(), 2);
    context.sleep(2 * ELECTION_MILLIS);
    context.checkNotCommitted(2, "three of five servers were cut off");
    for (int i = 1; i <= 3; i++) {
      cluster.connect((first + i) % 5);
    }
    // The majority may have elected a leader that does not have what the first one started.
    int index = context.startAsLeader(cluster.checkOneLeader()).index();
    context.check(
        index == 2 || index == 3,
        FailureKind.SAFETY,
        "a command was accepted at the wrong index",
        "expected index 2 or 3, got " + index);
    context.agree(5);
  }

  private static void rejoin(TestContext context) {
    Cluster cluster = context.cluster();
    context.agree(3);
    int first = cluster.checkOneLeader();
    cluster.disconnect(first);
    context.start(first, 3);
    context.agree(2);
    int second = cluster.checkOneLeader();
    cluster.disconnect(second);
    cluster.connect(first);
    context.agree(2);
    cluster.connect(second);
    context.agree(3);
  }

  private static void backup(TestContext context) {
    Cluster cluster = context.cluster();
    context.agree(5);
    int first = cluster.checkOneLeader();
    forEach(first, cluster::disconnect, 2, 3, 4);
    context.start(first, LONG_TAIL);
    context.sleep(ELECTION_MILLIS / 2);
    forEach(first, cluster::disconnect, 0, 1);
    forEach(first, cluster::connect, 2, 3, 4);
    agreeOften(context);
    int second = cluster.checkOneLeader();
    int other = (first + 2) % 5 == second ? (second + 1) % 5 : (first + 2) % 5;
    cluster.disconnect(other);
    context.start(second, LONG_TAIL);
    context.sleep(ELECTION_MILLIS / 2);
    forEach(0, cluster::disconnect, 0, 1, 2, 3, 4);
    forEach(first, cluster::connect, 0, 1);
    cluster.connect(other);
    agreeOften(context);
    forEach(0, cluster::connect, 0, 1, 2, 3, 4);
    context.agree(5);
  }

  private static void agreeOften(TestContext context) {
    for (int i = 0; i < LONG_TAIL; i++) {
      context.agree(3);
    }
  }

  private static void forEach(int first, IntConsumer action, int... distances) {
    for (int distance : distances) {
      action.accept((first + distance) % 5);
    }
  }

  private static void checkIndex(TestContext context, int got, int expected) {
    context.check(
        got == expected,
        FailureKind.SAFETY,
        "a command got the wrong index",
        "expected index " + expected + ", got " + got);
  }
}
