package io.raftbed.suite;

import io.raftbed.cluster.Cluster;
import io.raftbed.cluster.StorageKind;
import io.raftbed.storage.DiskProfile;
import java.util.List;
import java.util.function.Consumer;

/**
 * Restarts faster than an election timeout, right after what must be durable was promised; and
 * disks whose power is lost, or that stall, fail and change what they hold.
 */
final class Part3CPlus {

  static final List<SuiteTest> TESTS =
      List.of(
          test(
              "voter-restart", "restart of voters with a rival in the term", 5, Part3CPlus::voters),
          test("follower-restart", "restart after an acknowledgement", 3, Part3CPlus::followers),
          test("crash-at-save", "crash right after a save", 5, CrashAtSave::run),
          onDisks("power-loss", "power loss of all servers", 5, PowerLoss::run),
          onDisks(
              "crash-at-disk-operation",
              "crash or power loss in the midst of a save",
              5,
              CrashAtDiskOperation::run),
          onDisks("disk-stalls", "disks that stall", 3, BadDisks::stalls),
          onDisks("disk-errors", "disks that fail", 5, BadDisks::errors),
          onDisks("flipped-bit", "disks that change what they hold", 3, BadDisks::flippedBits));

  private static final int ROUNDS = 4;

  private Part3CPlus() {}

  private static SuiteTest test(
      String slug, String title, int servers, Consumer<TestContext> body) {
    return SuiteTest.of("3C+", slug, title, servers, body);
  }

  private static SuiteTest onDisks(
      String slug, String title, int servers, Consumer<TestContext> body) {
    return test(slug, title, servers, body).on(new StorageKind.SimulatedDisks(DiskProfile.SSD));
  }

  /** A vote binds over a restart, though the rival asks at once. */
  private static void voters(TestContext context) {
    context.agree(5);
    for (int round = 0; round < ROUNDS; round++) {
      new ContestedTerm(context).deliverToRestartedVoters();
      context.agree(5);
    }
  }

  /** What a follower acknowledged is there when it is the only one left to lead. */
  private static void followers(TestContext context) {
    Cluster cluster = context.cluster();
    Stage stage = new Stage(context);
    for (int round = 0; round < ROUNDS; round++) {
      context.agree(3);
      int[] cast = stage.cast();
      int leader = cast[0];
      int follower = cast[1];
      int lagging = cast[2];
      stage.lead(leader, follower, lagging);
      cluster.disconnect(lagging);
      context.start(leader, stage.draw(1, 4));
      context.agree(2);
      cluster.crash(follower);
      context.sleep(stage.draw(0, 40));
      context.bringBack(follower);
      if (context.faults().nextBoolean()) {
        // The leader goes on with it, at the same index and in the same term.
        context.start(leader, stage.draw(0, 2));
        context.sleep(stage.draw(0, 250));
      }
      cluster.disconnect(leader);
      cluster.connect(lagging);
      context.agree(2);
      context.endFaults();
    }
    context.agree(3);
  }
}
