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
          test(
              "candidate-restart", "restart of a candidate with a rival", 5, Part3CPlus::candidate),
          test("term-restart", "restart after a term was learnt", 5, Part3CPlus::terms),
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

  /** A candidate's vote for itself binds over a restart, though nobody answered it yet. */
  private static void candidate(TestContext context) {
    context.agree(5);
    for (int round = 0; round < ROUNDS; round++) {
      new ContestedTerm(context).deliverToRestartedCandidate();
      context.agree(5);
    }
  }

  /** A term that a server only heard of binds it over a restart: an older leader is refused. */
  private static void terms(TestContext context) {
    Stage stage = new Stage(context);
    for (int round = 0; round < ROUNDS; round++) {
      context.agree(5);
      int[] cast = stage.cast();
      int old = cast[0];
      int next = cast[1];
      int follower = cast[4];
      stage.lead(old, next, cast[2], cast[3], follower);
      stage.slow(follower);
      stage.lead(next, cast[2], cast[3]);
      stage.open(next, follower);
      context.sleep(stage.draw(200, 400));
      stage.silence();
      context.cluster().restart(follower);
      stage.open(old, follower);
      context.sleep(stage.draw(200, 400));
      context.endFaults();
    }
    context.agree(5);
  }

  /** What was committed with one follower is there when only that one, or the leader, is left. */
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
      boolean ofLeader = context.faults().nextBoolean();
      int restarted = ofLeader ? leader : follower;
      cluster.crash(restarted);
      context.sleep(stage.draw(0, 40));
      context.bringBack(restarted);
      if (!ofLeader && context.faults().nextBoolean()) {
        // The leader goes on with it, at the same index and in the same term.
        context.start(leader, stage.draw(0, 2));
        context.sleep(stage.draw(0, 250));
      }
      cluster.disconnect(ofLeader ? follower : leader);
      cluster.connect(lagging);
      context.agree(2);
      context.endFaults();
    }
    context.agree(3);
  }
}
