package io.raftbed.suite;

import io.raftbed.cluster.Cluster;
import io.raftbed.lab.Configuration;
import io.raftbed.net.Hold;
import io.raftbed.trace.FailureKind;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Changes of members that a crash, a partition or a new leader comes in between. */
final class DisturbedChanges {
  private static final int ROUNDS = 4;
  private static final int COMMANDS = 12;
  private static final int SLOW_MILLIS = 40;
  private static final long SCENE_MILLIS = 4_000;
  private static final int[] THREE = {0, 1, 2};
  private static final int[] FIVE = {0, 1, 2, 3, 4};

  private final TestContext context;
  private final Cluster cluster;
  private final MemberChanges changes;

  DisturbedChanges(TestContext context) {
    this.context = context;
    this.cluster = context.cluster();
    this.changes = new MemberChanges(context);
  }

  static void crashWhileCatchingUp(TestContext context) {
    new DisturbedChanges(context).crashLeader(Configuration.CatchUp.class::isInstance);
  }

  static void crashInJoint(TestContext context) {
    new DisturbedChanges(context).crashLeader(Configuration.Joint.class::isInstance);
  }

  static void crashAtNew(TestContext context) {
    new DisturbedChanges(context).crashLeader(Configuration.Members.class::isInstance);
  }

  /** The leader crashes with a configuration in its log of which few have heard, or nobody. */
  private void crashLeader(Predicate<Configuration> kind) {
    context.agree(3);
    changes.join(3, 4);
    for (int round = 0; round < ROUNDS; round++) {
      int[] before = changes.members();
      int[] target = before.length == 3 ? FIVE : THREE;
      int leader = cluster.checkOneLeader();
      Configuration old = cluster.committedConfiguration();
      Hold held = changes.holdEntries(kind);
      changes.askOf(leader, target);
      changes.awaitUse(leader, kind.and(c -> !c.equals(old)));
      letThroughTo(held, context.faults().nextInt(3));
      cluster.crash(leader);
      if (context.faults().nextBoolean()) {
        held.drop();
      }
      held.release();
      context.sleep(context.faults().nextLong(1_500));
      changes.ask(context.faults().nextBoolean() ? target : before);
      context.bringBack(leader);
      changes.becomeAndAgree(target);
    }
  }

  /** Lets those messages of a hold through that go to some of the receivers. */
  private void letThroughTo(Hold held, int receivers) {
    context.sleep(context.faults().nextLong(200));
    List<Integer> chosen =
        held.messages().stream().map(m -> m.to()).distinct().limit(receivers).toList();
    held.release(message -> chosen.contains(message.to()));
    context.sleep(context.faults().nextLong(30));
  }

  /** A leader that is cut off begins a change; it is overwritten, and must leave no trace. */
  void rollBack() {
    context.agree(3);
    changes.join(3, 4);
    for (int round = 0; round < ROUNDS; round++) {
      int leader = cluster.checkOneLeader();
      int[] rest = MemberChanges.without(leader, THREE);
      Configuration old = cluster.committedConfiguration();
      // With its friends it is a majority of all five, but not of the members.
      context.network().partition(List.of(asSet(leader, 3, 4), asSet(rest)));
      int[] target = context.faults().nextBoolean() ? new int[] {leader, 3, 4} : new int[] {leader};
      changes.askOf(leader, target);
      changes.awaitUse(leader, c -> !c.equals(old));
      context.start(leader, 2);
      changes.agreeAmong(rest);
      context.network().healAll();
      context.agree(3);
      boolean back = changes.awaitUse(leader, c -> c.equals(old));
      context.check(
          back || !cluster.committedConfiguration().equals(old),
          FailureKind.SAFETY,
          "S" + leader + " still uses a configuration that it has lost from its log",
          changes.configurations());
    }
  }

  /** Both sides of a partition change the members, each to be a majority of its own. */
  void bothSides() {
    context.agree(5);
    changes.join(5, 6);
    int leader = cluster.checkOneLeader();
    int friend = (leader + 1 + context.faults().nextInt(4)) % 5;
    int[] rest = MemberChanges.without(friend, MemberChanges.without(leader, FIVE));
    context.network().partition(List.of(asSet(leader, friend, 5, 6), asSet(rest)));
    changes.askOf(leader, leader, friend, 5, 6);
    long end = context.now() + 4_000_000_000L;
    while (context.now() < end) {
      changes.askOf(leader, leader, friend, 5, 6);
      Arrays.stream(rest).filter(context::leads).forEach(other -> changes.askOf(other, rest));
      context.startSome();
      context.sleep(20);
    }
    context.network().healAll();
    changes.becomeAndAgree(FIVE);
  }

  /** A partition in the midst of joint consensus: neither side is a majority of both sets. */
  void partitionInJoint() {
    context.agree(3);
    changes.join(3, 4);
    int[][] sets = {THREE, {2, 3, 4}};
    for (int round = 0; round < ROUNDS; round++) {
      int[] target = sets[(round + 1) % 2];
      int[] before = sets[round % 2];
      changes.become(before);
      int leader = cluster.checkOneLeader();
      Hold held = changes.holdEntries(Configuration.Joint.class::isInstance);
      changes.askOf(leader, target);
      changes.awaitUse(leader, Configuration.Joint.class::isInstance);
      int[] side = context.faults().nextBoolean() ? before : target;
      int[] other = IntStream.of(FIVE).filter(s -> !contains(side, s)).toArray();
      context.network().partition(List.of(asSet(side), asSet(other)));
      held.release();
      context.load(context.faults().nextLong(500_000, 3_000_000));
      context.network().healAll();
      changes.becomeAndAgree(target);
    }
  }

  /** Each leader is cut off as soon as it has begun a change; the next one begins another. */
  void twoInARow() {
    context.agree(3);
    changes.join(3, 4);
    int[][] targets = {{0, 1, 2, 3}, {0, 1, 2, 4}, {1, 2, 3}, {0, 2, 4}, FIVE, THREE};
    for (int round = 0; round < ROUNDS; round++) {
      int first = cluster.checkOneLeader();
      changes.askOf(first, targets[context.faults().nextInt(targets.length)]);
      context.sleep(context.faults().nextLong(12));
      cluster.disconnect(first);
      context.await(3_000, () -> leaderBeside(first) >= 0);
      int second = leaderBeside(first);
      if (second >= 0) {
        context.start(second, context.faults().nextInt(2));
        changes.askOf(second, targets[context.faults().nextInt(targets.length)]);
        context.sleep(context.faults().nextLong(12));
        cluster.disconnect(second);
      }
      cluster.connect(first);
      context.sleep(context.faults().nextLong(1_000));
      context.endFaults();
      changes.becomeAndAgree(targets[context.faults().nextInt(targets.length)]);
    }
  }

  private int leaderBeside(int first) {
    return IntStream.of(FIVE).filter(s -> s != first && context.leads(s)).findFirst().orElse(-1);
  }

  /** All servers crash and come back in the midst of changes. */
  void restartAll() {
    context.agree(3);
    changes.join(3, 4);
    int[][] targets = {{0, 1, 2, 3, 4}, {2, 3, 4}, {0, 2, 3}, {0, 1, 2}};
    for (int[] target : targets) {
      changes.ask(target);
      context.sleep(context.faults().nextLong(25));
      for (int server : FIVE) {
        cluster.crash(server);
      }
      for (int server : FIVE) {
        context.bringBack(server);
      }
      changes.becomeAndAgree(target);
      context.agree(target.length);
    }
  }

  /** Snapshots are taken and sent in the midst of a change that is then overwritten. */
  void snapshotInChange() {
    context.agree(3);
    changes.join(3, 4);
    for (int round = 0; round < ROUNDS; round++) {
      int leader = cluster.checkOneLeader();
      int absent = (leader + 1 + context.faults().nextInt(2)) % 3;
      Configuration old = cluster.committedConfiguration();
      cluster.disconnect(absent);
      agree(COMMANDS);
      cluster.slowService(leader, SLOW_MILLIS);
      context.start(leader, COMMANDS);
      context.sleep(SLOW_MILLIS);
      Hold held = changes.holdEntries(c -> !c.equals(old));
      changes.askOf(leader, context.faults().nextBoolean() ? FIVE : new int[] {leader, absent});
      changes.awaitUse(leader, c -> !c.equals(old));
      cluster.connect(absent);
      context.sleep(COMMANDS * SLOW_MILLIS);
      cluster.crash(leader);
      held.drop();
      held.close();
      cluster.slowService(leader, 0);
      agree(2);
      context.bringBack(leader);
      context.agree(3);
      changes.checkUsed();
      changes.become(THREE);
    }
  }

  /**
   * The published bug of single-server changes: a leader adds a server, the next one removes
   * another before it has committed anything in its own term, and the two majorities do not meet
   * (D. Ongaro, raft-dev, July 2015).
   */
  void oneServerEach() {
    context.agree(4);
    changes.join(4);
    Stage stage = new Stage(context);
    int first = cluster.checkOneLeader();
    int second = (first + 1) % 4;
    int friend = (first + 2) % 4;
    int voter = (first + 3) % 4;
    Configuration old = cluster.committedConfiguration();
    Predicate<Configuration> next = c -> !(c instanceof Configuration.CatchUp) && !c.equals(old);
    Hold held = changes.holdEntries(next);
    changes.askOf(first, FIVE);
    changes.awaitUse(first, next);
    held.release(message -> message.to() == 4);
    context.sleep(stage.draw(20, 100));
    held.drop();
    held.close();
    stage.slow(first, friend, voter, 4);
    stage.onlyCalls(second, friend, voter);
    context.await(SCENE_MILLIS, () -> stage.isFollowedBy(2, second, friend, voter));
    stage.onlyCalls(second, friend);
    context.await(SCENE_MILLIS, () -> changes.askOf(second, second, friend, voter));
    context.sleep(stage.draw(100, 500));
    cluster.drift(first, 0);
    stage.onlyCalls(first, voter, 4);
    context.await(
        SCENE_MILLIS,
        () -> {
          context.start(first, 1);
          return cluster.lastApplied(voter) > cluster.lastApplied(second);
        });
    context.endFaults();
    changes.becomeAndAgree(0, 1, 2, 3);
  }

  private void agree(int times) {
    for (int i = 0; i < times; i++) {
      context.agree(2);
    }
  }

  private static boolean contains(int[] servers, int server) {
    return Arrays.stream(servers).anyMatch(id -> id == server);
  }

  private static Set<Integer> asSet(int... servers) {
    return new TreeSet<>(Arrays.stream(servers).boxed().toList());
  }
}
