package io.raftbed.suite;

import static io.raftbed.suite.TestContext.ELECTION_MILLIS;

import io.raftbed.cluster.Cluster;
import io.raftbed.trace.FailureKind;
import java.util.List;
import java.util.function.Consumer;

/** Leader election, on a reliable network. */
final class Part3A {

  static final List<SuiteTest> TESTS =
      List.of(
          test("initial-election", "initial election", 3, Part3A::initialElection),
          test("re-election", "re-election", 3, Part3A::reElection),
          test("many-elections", "many elections", 7, Part3A::manyElections));

  private Part3A() {}

  private static SuiteTest test(
      String slug, String title, int servers, Consumer<TestContext> body) {
    return SuiteTest.of("3A", slug, title, servers, body);
  }

  private static void initialElection(TestContext context) {
    Cluster cluster = context.cluster();
    cluster.checkOneLeader();
    // Followers learn of the election before terms are compared.
    context.sleep(50);
    int before = cluster.checkTerms();
    context.check(
        before >= 1,
        FailureKind.SAFETY,
        "there is a leader before the first term",
        "all servers are in term " + before + "; terms begin with 1");
    context.sleep(2 * ELECTION_MILLIS);
    int after = cluster.checkTerms();
    if (before != after) {
      context.note("warning: the term went from " + before + " to " + after + " without a fault");
    }
    cluster.checkOneLeader();
  }

  private static void reElection(TestContext context) {
    Cluster cluster = context.cluster();
    int first = cluster.checkOneLeader();
    cluster.disconnect(first);
    cluster.checkOneLeader();
    cluster.connect(first);
    int second = cluster.checkOneLeader();
    int other = (second + 1) % 3;
    cluster.disconnect(second);
    cluster.disconnect(other);
    context.sleep(2 * ELECTION_MILLIS);
    cluster.checkNoLeader();
    cluster.connect(other);
    cluster.checkOneLeader();
    cluster.connect(second);
    cluster.checkOneLeader();
  }

  private static void manyElections(TestContext context) {
    Cluster cluster = context.cluster();
    cluster.checkOneLeader();
    for (int round = 0; round < 9; round++) {
      int[] cut = context.faults().ints(3, 0, cluster.size()).toArray();
      for (int server : cut) {
        cluster.disconnect(server);
      }
      cluster.checkOneLeader();
      for (int server : cut) {
        cluster.connect(server);
      }
    }
    cluster.checkOneLeader();
  }
}
