package io.raftbed.suite;

import io.raftbed.cluster.Cluster;
import io.raftbed.sim.Delay;
import io.raftbed.storage.DiskFaults;
import io.raftbed.storage.DiskProfile;
import io.raftbed.trace.FailureKind;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Disks that stall, fail or change what they hold. */
final class BadDisks {

  private static final int STALL_ROUNDS = 3;
  private static final long STALL_MILLIS = 8_000;
  private static final long PROGRESS_MILLIS = 6_000;
  private static final int ERROR_ROUNDS = 12;
  private static final int MOST_ERROR_PERCENT = 6;
  private static final int FLIP_ROUNDS = 6;

  private BadDisks() {}

  /** A stalled leader, then a stalled follower, then short stalls everywhere. */
  static void stalls(TestContext context) {
    Cluster cluster = context.cluster();
    context.agree(3);
    for (int round = 0; round < STALL_ROUNDS; round++) {
      stallLeader(context, cluster.checkOneLeader());
      context.agree(3);
      int follower = (cluster.checkOneLeader() + context.faults().nextInt(1, 3)) % 3;
      cluster.disk(follower).stall(TimeUnit.MILLISECONDS.toNanos(context.faults().nextInt(2_000)));
      context.agree(2);
      setAll(context, DiskFaults.stalls(0.1, Delay.millis(0, context.faults().nextInt(1, 400))));
      context.load(TimeUnit.SECONDS.toMicros(1));
      setAll(context, DiskFaults.NONE);
      context.agree(3);
    }
  }

  /**
   * The others must not wait for the leader's disk: they elect one of them, or the leader goes on
   * without its own copy (dissertation, section 10.2.1). A leader that does nothing but send
   * heartbeats holds them up.
   */
  private static void stallLeader(TestContext context, int leader) {
    Cluster cluster = context.cluster();
    int before = context.appliedCommands();
    cluster.disk(leader).stall(TimeUnit.MILLISECONDS.toNanos(STALL_MILLIS));
    // On a thread of its own: the leader may wait for its disk before it answers.
    Thread client = cluster.spawn("client of the leader", () -> context.start(leader, 1));
    boolean progress =
        context.await(
            PROGRESS_MILLIS,
            () -> {
              for (int distance = 1; distance < context.servers(); distance++) {
                context.start((leader + distance) % context.servers(), 1);
              }
              return context.appliedCommands() > before;
            });
    context.check(
        progress,
        FailureKind.LIVENESS,
        "no progress for 6 s while the disk of the leader S" + leader + " stalls",
        "nothing was applied after index " + before,
        "all servers are connected, and the disks of the others work");
    Threads.join(List.of(client));
  }

  /** Servers stop when their disks fail, and come back, some of them after a loss of power. */
  static void errors(TestContext context) {
    Cluster cluster = context.cluster();
    context.agree(context.servers());
    for (int round = 0; round < ERROR_ROUNDS; round++) {
      double chance = context.faults().nextInt(1, MOST_ERROR_PERCENT + 1) / 100.0;
      setAll(context, DiskFaults.errors(chance).withMisreads(chance));
      context.load(context.faults().nextInt(400_000));
      // Some stay down: they cannot read what they saved, or take it for corrupt.
      bringBackThoseDown(context);
      context.load(context.faults().nextInt(100_000));
      setAll(context, DiskFaults.NONE);
      for (int server = 0; server < context.servers(); server++) {
        if (context.faults().nextInt(3) == 0) {
          cluster.powerLoss(server);
        }
      }
      bringBackThoseDown(context);
      if (round % 3 == 2) {
        context.agree(context.servers());
      }
    }
    context.agree(context.servers());
  }

  private static void bringBackThoseDown(TestContext context) {
    for (int server = 0; server < context.servers(); server++) {
      if (!context.cluster().running(server)) {
        context.bringBack(server);
      }
    }
  }

  /** A server whose disk has changed at rest stays down, and the others go on without it. */
  static void flippedBits(TestContext context) {
    Cluster cluster = context.cluster();
    for (int round = 0; round < FLIP_ROUNDS; round++) {
      context.agree(3);
      context.load(context.faults().nextInt(100_000));
      int victim = context.faults().nextInt(3);
      cluster.crash(victim);
      cluster.disk(victim).flipBit();
      // It runs all the same when the bit was in a file that no longer counts.
      context.bringBack(victim);
      context.agree(2);
      context.load(context.faults().nextInt(100_000));
      cluster.crash(victim);
      cluster.disk(victim).heal();
      context.bringBack(victim);
    }
    context.agree(3);
  }

  private static void setAll(TestContext context, DiskFaults faults) {
    for (int server = 0; server < context.servers(); server++) {
      context.cluster().disk(server).use(DiskProfile.SSD.withFaults(faults));
    }
  }
}
