package io.raftbed.suite;

import io.raftbed.cluster.Cluster;
import java.util.concurrent.TimeUnit;

/**
 * Clocks that disagree and servers that stand still. Raft's safety rests on no clock at all (§5.6);
 * that leaders are elected rests on clocks that run at about the same rate, never on what time they
 * show.
 */
final class Clocks {
  private static final int ROUNDS = 4;

  /** A leader this slow still sends in time for a follower this fast. */
  private static final int MOST_DRIFT_PPM = 150_000;

  private static final long LONGEST_JUMP_NANOS = TimeUnit.HOURS.toNanos(3);

  private final TestContext context;
  private final Cluster cluster;

  private Clocks(TestContext context) {
    this.context = context;
    this.cluster = context.cluster();
  }

  /** Elections while every clock runs at a rate of its own. */
  static void drift(TestContext context) {
    new Clocks(context).drift();
  }

  /** Elections and agreement while the wall time of servers is set forth and back by hours. */
  static void jumps(TestContext context) {
    new Clocks(context).jumps();
  }

  /** Leaders and followers that stand still, as a stopped process or a moved machine does. */
  static void pauses(TestContext context) {
    new Clocks(context).pauses();
  }

  private void drift() {
    for (int round = 0; round < ROUNDS; round++) {
      for (int server = 0; server < context.servers(); server++) {
        cluster.drift(server, context.faults().nextInt(-MOST_DRIFT_PPM, MOST_DRIFT_PPM + 1));
      }
      int leader = cluster.checkOneLeader();
      cluster.disconnect(leader);
      cluster.checkOneLeader();
      cluster.connect(leader);
      cluster.checkOneLeader();
    }
  }

  private void jumps() {
    for (int round = 0; round < ROUNDS; round++) {
      int leader = cluster.checkOneLeader();
      boolean back = round % 2 == 1;
      jump(back);
      context.agree(context.servers());
      cluster.disconnect(leader);
      // Nobody is left who sends heartbeats, and so makes the others look at the clock anew.
      jump(!back);
      context.agree(context.servers() - 1);
      cluster.connect(leader);
    }
    context.agree(context.servers());
  }

  private void jump(boolean back) {
    for (int server = 0; server < context.servers(); server++) {
      long nanos = context.faults().nextLong(LONGEST_JUMP_NANOS);
      cluster.jump(server, back ? -nanos : nanos);
    }
  }

  private void pauses() {
    for (int round = 0; round < ROUNDS; round++) {
      int leader = cluster.checkOneLeader();
      context.start(leader, context.workload().nextInt(1, 4));
      pause(leader);
      pause((leader + context.faults().nextInt(1, context.servers())) % context.servers());
    }
    context.agree(context.servers());
  }

  /** Holds one server, lets the others go on, and gives it commands as soon as it wakes. */
  private void pause(int server) {
    cluster.pause(server);
    context.sleep(context.faults().nextLong(2_000));
    context.agree(context.servers() - 1);
    cluster.resume(server);
    context.start(server, context.workload().nextInt(1, 4));
    context.agree(context.servers());
  }
}
