package io.raftbed.suite;

import io.raftbed.cluster.Cluster;
import io.raftbed.cluster.StorageKind;
import io.raftbed.lab.InstallSnapshotArgs;
import io.raftbed.net.Chances;
import io.raftbed.net.Hold;
import io.raftbed.net.MessageInFlight;
import io.raftbed.net.Profile;
import io.raftbed.sim.Delay;
import io.raftbed.storage.DiskProfile;
import java.util.List;
import java.util.function.Consumer;

/** A snapshot every few entries, with late, repeated, overtaken and interrupted installation. */
final class Part3DPlus {

  static final List<SuiteTest> TESTS =
      List.of(
          test("held-snapshots", "snapshots that arrive late", 3, Part3DPlus::heldSnapshots)
              .withSnapshotEvery(1),
          test("boundary", "a follower at the edge of the log", 3, Part3DPlus::boundary)
              .withSnapshotEvery(3),
          test("slow-service", "snapshots above slow services", 3, SlowServices::run)
              .withSnapshotEvery(3),
          test("crash-at-save", "crash right after a save, with snapshots", 3, CrashAtSave::run)
              .withSnapshotEvery(2),
          test("repeated", "late and repeated snapshots and entries", 5, Part3DPlus::repeated)
              .withSnapshotEvery(2),
          onDisks("power-loss", "power loss of all servers, with snapshots", 5, PowerLoss::run),
          onDisks(
              "crash-at-disk-operation",
              "crash or power loss in the midst of a save, with snapshots",
              3,
              CrashAtDiskOperation::run),
          onDisks(
              "flipped-bit",
              "disks that change what they hold, with snapshots",
              3,
              BadDisks::flippedBits));

  private static final int ROUNDS = 6;
  private static final int BOUNDARY_ROUNDS = 14;

  private Part3DPlus() {}

  private static SuiteTest test(
      String slug, String title, int servers, Consumer<TestContext> body) {
    return SuiteTest.of("3D+", slug, title, servers, body);
  }

  private static SuiteTest onDisks(
      String slug, String title, int servers, Consumer<TestContext> body) {
    return test(slug, title, servers, body)
        .withSnapshotEvery(2)
        .on(new StorageKind.SimulatedDisks(DiskProfile.SSD));
  }

  /** Snapshots arrive when their follower has long caught up; then it has to lead, or to vote. */
  private static void heldSnapshots(TestContext context) {
    Cluster cluster = context.cluster();
    Stage stage = new Stage(context);
    for (int round = 0; round < ROUNDS; round++) {
      context.agree(3);
      int leader = cluster.checkOneLeader();
      int victim = (leader + stage.draw(1, 2)) % 3;
      cluster.disconnect(victim);
      for (int i = stage.draw(1, 4); i > 0; i--) {
        context.agree(2);
      }
      Hold held = context.network().holdRequests(m -> catchesUp(m, victim));
      cluster.connect(victim);
      context.sleep(stage.draw(100, 400));
      held.close();
      // A cut ends the calls whose requests are held, so that the leader sends anew.
      cluster.disconnect(victim);
      cluster.connect(victim);
      context.agree(3);
      if (context.faults().nextInt(3) == 0) {
        context.bringBack(victim);
      }
      // The entries behind the late snapshot are not committed yet, or just so.
      context.start(cluster.checkOneLeader(), stage.draw(1, 3));
      context.sleep(stage.draw(0, 30));
      held.release();
      context.sleep(stage.draw(5, 150));
      if (context.faults().nextBoolean()) {
        // What the late snapshot did to the disk shows when it is read.
        context.bringBack(victim);
      }
      int last = cluster.checkOneLeader();
      cluster.disconnect(last);
      context.agree(2);
      cluster.connect(last);
    }
    context.agree(3);
  }

  private static boolean catchesUp(MessageInFlight message, int victim) {
    return message.to() == victim && message.body() instanceof InstallSnapshotArgs;
  }

  /** The follower lags by each small number of entries around where the leader's log begins. */
  private static void boundary(TestContext context) {
    Cluster cluster = context.cluster();
    Stage stage = new Stage(context);
    for (int round = 0; round < BOUNDARY_ROUNDS; round++) {
      context.agree(3);
      int leader = cluster.checkOneLeader();
      int victim = (leader + stage.draw(1, 2)) % 3;
      boolean crash = context.faults().nextInt(3) == 0;
      if (crash) {
        cluster.crash(victim);
      } else {
        cluster.disconnect(victim);
      }
      for (int i = round % 7; i > 0; i--) {
        context.agree(2);
      }
      if (context.faults().nextInt(3) == 0) {
        // A leader that was just booted has its snapshot and the rest of its log, nothing else.
        context.bringBack(leader);
      }
      if (crash) {
        cluster.restart(victim);
      }
      cluster.connect(victim);
      context.agree(3);
    }
  }

  /** Everything is late, repeated and overtaken; servers crash in between. */
  private static void repeated(TestContext context) {
    Cluster cluster = context.cluster();
    int slowest = context.faults().nextInt(20, 120);
    double repeats = context.faults().nextDouble(0.1, 0.5);
    context.note("drawn: requests take up to %d ms, %.2f are repeated".formatted(slowest, repeats));
    Delay late = new Delay.LongTail(0, slowest * 1_000_000L);
    Profile profile =
        Profile.RELIABLE.withDelays(late, late).withChances(new Chances(0.05, 0.05, repeats, 0.02));
    for (int round = 0; round < ROUNDS; round++) {
      context.agree(5);
      int victim = context.faults().nextInt(5);
      cluster.disconnect(victim);
      context.agree(4);
      context.network().use(profile);
      for (int burst = 0; burst < 8; burst++) {
        for (int server = 0; server < 5; server++) {
          context.start(server, context.workload().nextInt(3));
        }
        context.sleep(context.faults().nextLong(80));
        if (burst == 3) {
          cluster.connect(victim);
        }
        if (context.faults().nextInt(4) == 0) {
          context.bringBack(context.faults().nextInt(5));
        }
      }
      context.reliable();
      context.endFaults();
    }
    context.agree(5);
  }
}
