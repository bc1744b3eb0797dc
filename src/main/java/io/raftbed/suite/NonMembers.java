package io.raftbed.suite;

import static io.raftbed.suite.MemberChanges.without;

import io.raftbed.cluster.Cluster;
import io.raftbed.trace.FailureKind;
import java.util.List;
import java.util.Set;

/** Servers that are no members any more, or not yet, or were members in an earlier life. */
final class NonMembers {
  private static final int ROUNDS = 3;
  private static final long CAMPAIGN_MILLIS = 5_000;
  private static final int COMMANDS = 12;
  private static final int[] FOUR = {0, 1, 2, 3};

  private final TestContext context;
  private final Cluster cluster;
  private final MemberChanges changes;

  NonMembers(TestContext context) {
    this.context = context;
    this.cluster = context.cluster();
    this.changes = new MemberChanges(context);
  }

  /** A removed server never hears of its removal, and stands for election again and again. */
  void campaigns() {
    agree(2, 4);
    int leader = cluster.checkOneLeader();
    int removed = without(leader, FOUR)[context.faults().nextInt(3)];
    cluster.disconnect(removed);
    context.sleep(context.faults().nextLong(1_000));
    changes.becomeAndAgree(without(removed, FOUR));
    context.sleep(500);
    int term = context.term(cluster.checkOneLeader());
    cluster.connect(removed);
    context.load(1_000 * CAMPAIGN_MILLIS);
    int now = context.term(cluster.checkOneLeader());
    context.check(
        now == term,
        FailureKind.LIVENESS,
        "S" + removed + ", which was removed, deposed the leader of the members",
        "the term was " + term + " and is " + now + " after 5 s without any fault",
        "servers disregard candidates while they hear of a leader (Raft paper, section 6)");
    agree(3, 3);
  }

  /** A server is removed, loses its disk, and comes back under its old id. */
  void comesBackWiped() {
    for (int round = 0; round < ROUNDS; round++) {
      agree(3, 3);
      int leader = cluster.checkOneLeader();
      int victim = context.faults().nextInt(4) == 0 ? leader : (leader + 1 + round % 2) % 3;
      int[] rest = without(victim, 0, 1, 2);
      changes.become(rest);
      cluster.wipe(victim);
      agree(2, 2);
      changes.join(victim);
      changes.becomeAndAgree(0, 1, 2);
      int absent = rest[context.faults().nextInt(2)];
      cluster.disconnect(absent);
      agree(2, 2);
      cluster.connect(absent);
    }
  }

  /** New servers get a snapshot in place of the log, and must know the members from it. */
  void learnFromSnapshot() {
    agree(COMMANDS, 3);
    changes.join(3);
    changes.becomeAndAgree(FOUR);
    agree(COMMANDS, 4);
    changes.join(4);
    changes.becomeAndAgree(0, 1, 2, 3, 4);
    agree(COMMANDS, 5);
    restart(0, 1, 2, 3, 4);
    cluster.crash(0);
    cluster.crash(1);
    agree(2, 3);
    context.bringBack(0);
    context.bringBack(1);
    changes.become(2, 3, 4);
    cluster.retire(0);
    cluster.retire(1);
    agree(COMMANDS, 3);
    restart(2, 3, 4);
    cluster.crash(2 + context.faults().nextInt(3));
    agree(3, 2);
  }

  /** A member misses a change, and all of it is in the snapshot that it is sent. */
  void missesChange() {
    for (int round = 0; round < ROUNDS; round++) {
      agree(2, 3);
      int leader = cluster.checkOneLeader();
      int absent = (leader + 1 + context.faults().nextInt(2)) % 3;
      cluster.disconnect(absent);
      if (round == 0) {
        changes.join(3, 4);
      }
      changes.become(0, 1, 2, 3, 4);
      agree(COMMANDS, 4);
      cluster.connect(absent);
      agree(1, 5);
      changes.checkUsed();
      int[] others = without(absent, 0, 1, 2);
      cluster.disconnect(others[0]);
      cluster.disconnect(others[1]);
      agree(2, 3);
      context.endFaults();
      agree(1, 5);
      changes.becomeAndAgree(0, 1, 2);
    }
  }

  /** A member that missed the change must vote for a server that it never heard of. */
  void votesForUnknown() {
    agree(2, 3);
    int leader = cluster.checkOneLeader();
    int absent = (leader + 1 + context.faults().nextInt(2)) % 3;
    cluster.disconnect(absent);
    changes.join(3, 4);
    changes.become(absent, 3, 4);
    for (int old : without(absent, 0, 1, 2)) {
      cluster.retire(old);
    }
    agree(3, 2);
    new Stage(context).slow(absent); // lest its own elections, which it cannot win, get in the way
    cluster.crash(cluster.checkOneLeader());
    cluster.connect(absent);
    agree(2, 2);
    cluster.drift(absent, 0);
  }

  /** A wiped server meets one that was left behind: the two are no majority of anything. */
  void wipedAmongAbsent() {
    agree(3, 3);
    int leader = cluster.checkOneLeader();
    int absent = (leader + 1) % 3;
    int wiped = (leader + 2) % 3;
    cluster.disconnect(absent);
    changes.join(3, 4);
    changes.become(leader, 3, 4);
    agree(3, 3);
    cluster.wipe(wiped);
    changes.join(wiped);
    cluster.connect(absent);
    context.network().partition(List.of(Set.of(absent, wiped), Set.of(leader, 3, 4)));
    context.load(1_000L * context.faults().nextLong(1_000, CAMPAIGN_MILLIS));
    context.network().healAll();
    changes.become(0, 1, 2);
    agree(2, 3);
  }

  private void restart(int... servers) {
    for (int server : servers) {
      cluster.crash(server);
    }
    for (int server : servers) {
      context.bringBack(server);
    }
  }

  private void agree(int times, int servers) {
    for (int i = 0; i < times; i++) {
      context.agree(servers);
    }
  }
}
