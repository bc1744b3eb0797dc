package io.raftbed.suite;

import static io.raftbed.suite.MemberChanges.with;
import static io.raftbed.suite.MemberChanges.without;

import io.raftbed.cluster.Cluster;
import io.raftbed.trace.FailureKind;
import java.util.Arrays;
import java.util.List;

/** Changes of members on a network without faults, though servers may be down. */
final class QuietChanges {
  private static final long HANDOVER_MILLIS = 5_000;
  private static final int[] FIVE = {0, 1, 2, 3, 4};

  private final TestContext context;
  private final Cluster cluster;
  private final MemberChanges changes;

  QuietChanges(TestContext context) {
    this.context = context;
    this.cluster = context.cluster();
    this.changes = new MemberChanges(context);
  }

  /** Adds a server, then goes on without one of the first. */
  void add() {
    agree(3, 3);
    changes.join(3);
    changes.becomeAndAgree(0, 1, 2, 3);
    cluster.disconnect(context.faults().nextInt(3));
    agree(3, 3);
  }

  /** Removes a follower; with it gone, one of those that are left may fail. */
  void remove() {
    agree(3, 5);
    int leader = cluster.checkOneLeader();
    int first = drawn(without(leader, FIVE));
    changes.become(without(first, FIVE));
    int second = drawn(without(leader, changes.members()));
    changes.become(without(second, changes.members()));
    cluster.retire(first);
    cluster.retire(second);
    agree(3, 3);
    cluster.disconnect(cluster.checkOneLeader());
    agree(3, 2);
  }

  /** Two of five fail for good; two others take their places in one change. */
  void replaceMinority() {
    agree(2, 5);
    int leader = cluster.checkOneLeader();
    int first = drawn(without(leader, FIVE));
    int second = drawn(without(leader, without(first, FIVE)));
    cluster.retire(first);
    cluster.retire(second);
    changes.join(5, 6);
    int[] members = with(6, with(5, without(second, without(first, FIVE))));
    changes.becomeAndAgree(members);
    cluster.disconnect(leader);
    cluster.disconnect(drawn(without(leader, members)));
    agree(2, 3);
  }

  /** Replaces all servers, one after the other. */
  void replaceAll() {
    agree(3, 3);
    for (int round = 0; round < 3; round++) {
      int joining = 3 + round;
      int[] members = changes.members();
      int leaving = drawn(members);
      changes.join(joining);
      changes.becomeAndAgree(with(joining, without(leaving, members)));
      cluster.retire(leaving);
      agree(2, 3);
    }
  }

  /** Replaces all servers at once. */
  void replaceAtOnce() {
    agree(5, 3);
    changes.join(3, 4, 5);
    changes.become(3, 4, 5);
    for (int old = 0; old < 3; old++) {
      cluster.retire(old);
    }
    agree(5, 3);
  }

  /** From one server to seven, and back. */
  void growAndShrink() {
    agree(2, 1);
    changes.join(1, 2);
    changes.becomeAndAgree(0, 1, 2);
    changes.join(3, 4);
    changes.becomeAndAgree(0, 1, 2, 3, 4);
    changes.join(5, 6);
    changes.becomeAndAgree(0, 1, 2, 3, 4, 5, 6);
    int[] members = changes.members();
    while (members.length > 1) {
      int[] fewer = members;
      for (int i = 0; i < 2; i++) {
        fewer = without(drawn(fewer), fewer);
      }
      changes.become(fewer);
      for (int server : members) {
        if (Arrays.stream(fewer).noneMatch(id -> id == server)) {
          cluster.retire(server);
        }
      }
      members = fewer;
      agree(1, members.length);
    }
  }

  /** Removes who leads, again and again, while commands come in. */
  void removeLeader() {
    for (int round = 0; round < 3; round++) {
      agree(2, changes.members().length);
      int leader = cluster.checkOneLeader();
      int[] rest = without(leader, changes.members());
      Thread load = cluster.spawn("load", () -> context.load(1_000_000L));
      changes.become(rest);
      boolean handedOver =
          context.await(
              HANDOVER_MILLIS,
              () -> !context.leads(leader) && Arrays.stream(rest).anyMatch(context::leads));
      context.check(
          handedOver,
          FailureKind.LIVENESS,
          "S" + leader + " led, was removed, and no member leads 5 s later",
          "S" + leader + " says " + context.describe(leader));
      Threads.join(List.of(load));
      cluster.retire(leader);
    }
    agree(2, 2);
  }

  /** A server joins that nobody reaches, and one more fails: the others must go on. */
  void deadNewcomer() {
    agree(2, 3);
    changes.join(3);
    cluster.disconnect(3);
    int leader = cluster.checkOneLeader();
    changes.ask(0, 1, 2, 3);
    context.sleep(context.faults().nextLong(500));
    cluster.disconnect(drawn(without(leader, 0, 1, 2)));
    agree(3, 2);
    context.endFaults();
    changes.becomeAndAgree(0, 1, 2, 3);
  }

  private void agree(int times, int servers) {
    for (int i = 0; i < times; i++) {
      context.agree(servers);
    }
  }

  private int drawn(int... servers) {
    return servers[context.faults().nextInt(servers.length)];
  }
}
