package io.raftbed.suite;

import io.raftbed.cluster.Cluster;
import io.raftbed.trace.FailureKind;
import java.util.List;
import java.util.function.Consumer;

/** Snapshots: the log stays short and lagging servers are sent a snapshot. */
final class Part3D {
  /** The service takes a snapshot when (index + 1) is a multiple of it. */
  private static final int SNAPSHOT_EVERY = 10;

  private static final int ROUNDS = 30;
  private static final int STATE_LIMIT_BYTES = 2_000;

  static final List<SuiteTest> TESTS =
      List.of(
          test("snapshot-basic", "snapshots, basic", c -> rounds(c, Fault.NONE)),
          test("snapshot-install", "install snapshots (cut off)", c -> rounds(c, Fault.CUT)),
          test(
              "snapshot-install-unreliable",
              "install snapshots (cut off, unreliable)",
              c -> unreliableRounds(c, Fault.CUT)),
          test("snapshot-install-crash", "install snapshots (crash)", c -> rounds(c, Fault.CRASH)),
          test(
              "snapshot-install-unreliable-crash",
              "install snapshots (crash, unreliable)",
              c -> unreliableRounds(c, Fault.CRASH)),
          test("snapshot-all-crash", "crash and restart all servers", Part3D::crashAll),
          test("snapshot-init", "snapshot initialisation after crash", Part3D::initialisation));

  /** What befalls the victim of a round. */
  private enum Fault {
    NONE,
    CUT,
    CRASH
  }

  private Part3D() {}

  private static SuiteTest test(String slug, String title, Consumer<TestContext> body) {
    return SuiteTest.of("3D", slug, title, 3, body).withSnapshotEvery(SNAPSHOT_EVERY);
  }

  private static void unreliableRounds(TestContext context, Fault fault) {
    context.unreliable();
    rounds(context, fault);
  }

  private static void rounds(TestContext context, Fault fault) {
    Cluster cluster = context.cluster();
    context.agree(3);
    int leader = cluster.checkOneLeader();
    for (int round = 0; round < ROUNDS; round++) {
      boolean swapped = round % 3 == 1;
      int victim = swapped ? leader : (leader + 1) % 3;
      int sender = swapped ? (leader + 1) % 3 : leader;
      inject(context, fault, victim);
      context.start(sender, context.workload().nextInt(5, 15));
      // Lets the appliers catch up, so that the snapshots are taken.
      context.agree(fault == Fault.NONE ? 3 : 2);
      checkStateSize(context);
      if (fault == Fault.CUT) {
        cluster.connect(victim);
      } else if (fault == Fault.CRASH) {
        context.bringBack(victim);
      }
      if (fault != Fault.NONE) {
        context.agree(3);
        leader = cluster.checkOneLeader();
      }
    }
  }

  private static void inject(TestContext context, Fault fault, int victim) {
    switch (fault) {
      case NONE -> {}
      case CUT -> {
        context.cluster().disconnect(victim);
        context.agree(2);
      }
      case CRASH -> {
        context.cluster().crash(victim);
        context.agree(2);
      }
    }
  }

  private static void checkStateSize(TestContext context) {
    int size = context.cluster().raftStateSize();
    context.check(
        size < STATE_LIMIT_BYTES,
        FailureKind.LIMIT,
        "the persisted Raft state is too large: snapshots do not shorten the log",
        "it has " + size + " bytes; fewer than " + STATE_LIMIT_BYTES + " are allowed");
  }

  private static void crashAll(TestContext context) {
    context.agree(3);
    for (int round = 0; round < 5; round++) {
      int count = context.workload().nextInt(5, 15);
      for (int i = 0; i < count; i++) {
        context.agree(3);
      }
      int before = context.agree(3);
      restartAll(context);
      int after = context.agree(3);
      context.check(
          after > before,
          FailureKind.SAFETY,
          "the log went back when all servers were restarted",
          "index " + before + " before the crash, index " + after + " after it");
    }
  }

  private static void initialisation(TestContext context) {
    for (int i = 0; i < SNAPSHOT_EVERY + 2; i++) {
      context.agree(3);
    }
    restartAll(context);
    // Nothing makes a new snapshot here: the old one must survive the next saves.
    context.agree(3);
    restartAll(context);
    context.agree(3);
  }

  private static void restartAll(TestContext context) {
    for (int server = 0; server < 3; server++) {
      context.cluster().crash(server);
    }
    for (int server = 0; server < 3; server++) {
      context.bringBack(server);
    }
  }
}
