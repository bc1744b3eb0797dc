package io.raftbed.suite;

import io.raftbed.cluster.Cluster;

/**
 * Crashes a server right after it has saved something for the k-th time from now on, and boots it
 * again faster than an election timeout, while commands come in and elections go on.
 */
final class CrashAtSave {
  private static final int ROUNDS = 25;
  private static final int LATEST_SAVE = 5;

  private final TestContext context;
  private final Cluster cluster;

  CrashAtSave(TestContext context) {
    this.context = context;
    this.cluster = context.cluster();
  }

  static void run(TestContext context) {
    new CrashAtSave(context).run();
  }

  private void run() {
    context.agree(context.servers());
    for (int round = 0; round < ROUNDS; round++) {
      int victim = context.faults().nextInt(context.servers());
      arm(victim, context.faults().nextInt(1, LATEST_SAVE + 1));
      boolean election = context.faults().nextInt(5) < 2;
      int cut = (victim + context.faults().nextInt(1, context.servers())) % context.servers();
      if (election) {
        cut = anyLeader(cut);
        cluster.disconnect(cut);
      }
      context.startUntilCrash(victim);
      cluster.afterSave(victim, saves -> {});
      context.sleep(context.faults().nextLong(40));
      context.bringBack(victim);
      if (election) {
        context.sleep(context.faults().nextLong(300));
        cluster.connect(cut);
      }
      if (round % 5 == 4) {
        context.agree(context.servers());
      }
    }
    context.agree(context.servers());
  }

  private void arm(int victim, int save) {
    int[] rest = {save};
    cluster.afterSave(
        victim,
        saves -> {
          if (--rest[0] == 0) {
            cluster.crash(victim);
          }
        });
  }

  private int anyLeader(int otherwise) {
    for (int server = 0; server < context.servers(); server++) {
      if (cluster.connected(server) && context.leads(server)) {
        return server;
      }
    }
    return otherwise;
  }
}
