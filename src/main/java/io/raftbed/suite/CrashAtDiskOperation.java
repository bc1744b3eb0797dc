package io.raftbed.suite;

import io.raftbed.cluster.Cluster;

/**
 * Kills a server, or takes its power, in the midst of the k-th operation of its disk from now on,
 * boots it again while commands come in, and may take its power once more before it has saved
 * anything new: it has shown what it found, so that must stay.
 */
final class CrashAtDiskOperation {

  private static final int ROUNDS = 25;

  /** More than a save with a new snapshot has, so that each of its operations comes up. */
  private static final int LATEST_OPERATION = 12;

  private final TestContext context;
  private final Cluster cluster;

  private CrashAtDiskOperation(TestContext context) {
    this.context = context;
    this.cluster = context.cluster();
  }

  static void run(TestContext context) {
    new CrashAtDiskOperation(context).run();
  }

  private void run() {
    context.agree(context.servers());
    for (int round = 0; round < ROUNDS; round++) {
      int victim = context.faults().nextInt(context.servers());
      int k = context.faults().nextInt(1, LATEST_OPERATION + 1);
      if (context.faults().nextBoolean()) {
        cluster.crashAtDiskOperation(victim, k);
      } else {
        cluster.powerLossAtDiskOperation(victim, k);
      }
      context.startUntilCrash(victim);
      context.sleep(context.faults().nextInt(30));
      cluster.disk(victim).heal();
      context.bringBack(victim);
      if (context.faults().nextInt(3) == 0) {
        // Nothing new comes in; the leader sends what the victim lacks, or has after all.
        context.sleep(context.faults().nextInt(300));
        cluster.powerLoss(victim);
        context.bringBack(victim);
      }
      if (round % 5 == 4) {
        context.agree(context.servers());
      }
    }
    context.agree(context.servers());
  }
}
