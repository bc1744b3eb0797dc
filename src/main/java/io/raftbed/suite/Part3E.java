package io.raftbed.suite;

import java.util.List;
import java.util.function.Consumer;

/** Cluster membership changes (Raft paper, section 6; dissertation, chapter 4). */
final class Part3E {

  private static final int MAX_RAFT_STATE = 1_000;

  static final List<SuiteTest> TESTS =
      List.of(
          test("add", "add a server", 3, 4, c -> new QuietChanges(c).add()),
          test("remove", "remove two servers", 5, 5, c -> new QuietChanges(c).remove()),
          test(
              "replace-minority",
              "replace two of five that failed",
              5,
              7,
              c -> new QuietChanges(c).replaceMinority()),
          test(
              "replace-all",
              "replace all servers, one after the other",
              3,
              6,
              c -> new QuietChanges(c).replaceAll()),
          test(
              "replace-at-once",
              "replace all servers at once",
              3,
              6,
              c -> new QuietChanges(c).replaceAtOnce()),
          test(
              "grow-and-shrink",
              "from one server to seven and back",
              1,
              7,
              c -> new QuietChanges(c).growAndShrink()),
          test(
              "remove-leader",
              "remove the leader under load",
              5,
              5,
              c -> new QuietChanges(c).removeLeader()),
          test(
              "dead-newcomer",
              "a new server that cannot be reached",
              3,
              4,
              c -> new QuietChanges(c).deadNewcomer()),
          test(
              "under-load", "changes on an unreliable network", 3, 5, ChangesUnderLoad::unreliable),
          test(
              "both-sides",
              "both sides of a partition change the members",
              5,
              7,
              c -> new DisturbedChanges(c).bothSides()),
          test(
              "partition-in-joint",
              "a partition between the old and the new members",
              3,
              5,
              c -> new DisturbedChanges(c).partitionInJoint()),
          test(
              "crash-catching-up",
              "the leader crashes as new servers catch up",
              3,
              5,
              DisturbedChanges::crashWhileCatchingUp),
          test(
              "crash-in-joint",
              "the leader crashes in joint consensus",
              3,
              5,
              DisturbedChanges::crashInJoint),
          test(
              "crash-at-new",
              "the leader crashes with the new members in its log",
              3,
              5,
              DisturbedChanges::crashAtNew),
          test(
              "two-in-a-row",
              "two leaders begin changes",
              3,
              5,
              c -> new DisturbedChanges(c).twoInARow()),
          test(
              "one-server-each",
              "two leaders begin changes of one server",
              4,
              5,
              c -> new DisturbedChanges(c).oneServerEach()),
          test(
              "roll-back",
              "a change that is overwritten",
              3,
              5,
              c -> new DisturbedChanges(c).rollBack()),
          test(
              "restart-all",
              "restart of all in the midst of changes",
              3,
              5,
              c -> new DisturbedChanges(c).restartAll()),
          test(
              "removed-campaigns",
              "a removed server stands for election",
              4,
              4,
              c -> new NonMembers(c).campaigns()),
          test(
              "comes-back-wiped",
              "a server comes back without its disk",
              3,
              3,
              c -> new NonMembers(c).comesBackWiped()),
          test(
              "vote-of-absent",
              "the vote of a member that missed the change",
              3,
              5,
              c -> new NonMembers(c).votesForUnknown()),
          test(
              "wiped-among-absent",
              "a server without its disk meets one that was left behind",
              3,
              5,
              c -> new NonMembers(c).wipedAmongAbsent()),
          snapshots(
              "snapshot-in-change",
              "snapshots in the midst of a change that is overwritten",
              3,
              5,
              c -> new DisturbedChanges(c).snapshotInChange()),
          snapshots(
              "learn-from-snapshot",
              "new servers that get a snapshot",
              3,
              5,
              c -> new NonMembers(c).learnFromSnapshot()),
          snapshots(
              "missed-change",
              "a change that is known from a snapshot only",
              3,
              5,
              c -> new NonMembers(c).missesChange()),
          snapshots(
              "restart-all-snapshots",
              "restart of all in the midst of changes, snapshots",
              3,
              5,
              c -> new DisturbedChanges(c).restartAll()),
          test("churn", "changes, crashes and partitions", 3, 7, ChangesUnderLoad::churn),
          snapshots(
              "churn-snapshots",
              "changes, crashes and partitions, snapshots",
              3,
              7,
              ChangesUnderLoad::churn),
          service("clients", "clients go on", 5, ChangesUnderLoad::clients),
          service(
              "clients-and-faults",
              "clients go on, crashes and partitions",
              5,
              ChangesUnderLoad::clientsAndFaults));

  private Part3E() {}

  private static SuiteTest test(
      String slug, String title, int founders, int servers, Consumer<TestContext> body) {
    return of(slug, title, founders, servers, new LogBody(0, false, body));
  }

  private static SuiteTest snapshots(
      String slug, String title, int founders, int servers, Consumer<TestContext> body) {
    return of(slug, title, founders, servers, new LogBody(5, false, body));
  }

  private static SuiteTest service(
      String slug, String title, int servers, Consumer<KvContext> body) {
    return of(slug, title, 3, servers, new KvBody(KvForm.CLASSIC, 3, MAX_RAFT_STATE, body));
  }

  private static SuiteTest of(String slug, String title, int founders, int servers, TestBody body) {
    return SuiteTest.of("3E", slug, title, servers, body.foundedBy(founders));
  }
}
