package io.raftbed.suite;

import io.raftbed.cluster.Cluster;

/** Servers crash and come back while clients work. */
final class CrashesUnderLoad {

  private static final int CLIENTS = 3;
  private static final int CRASH_ROUNDS = 12;
  private static final int LATEST_SAVE = 6;
  private static final int LATEST_OPERATION = 12;
  private static final long CRASH_LIMIT_MILLIS = 500;
  private static final int ROLLS = 2;
  private static final int RESTARTS = 6;

  private final KvContext context;
  private final TestContext test;
  private final Cluster cluster;
  private final KvStage stage;
  private final KvLoad load;

  private CrashesUnderLoad(KvContext context) {
    this.context = context;
    this.test = context.test();
    this.cluster = context.cluster();
    this.stage = new KvStage(context);
    this.load = KvLoad.start(context, CLIENTS);
  }

  /** Every server is restarted, one after the other. */
  static void rolling(KvContext context) {
    new CrashesUnderLoad(context).roll();
  }

  /** Single servers crash right after a save, and are back faster than an election timeout. */
  static void atSaves(KvContext context) {
    new CrashesUnderLoad(context).crashAtSaves();
  }

  /** Single servers crash, or lose their power, in the midst of an operation of the disk. */
  static void atDiskOperations(KvContext context) {
    new CrashesUnderLoad(context).crashAtDiskOperations();
  }

  /** All servers crash at once, as soon as one of them has saved something. */
  static void ofAll(KvContext context) {
    new CrashesUnderLoad(context).restartAll();
  }

  private void roll() {
    for (int roll = 0; roll < ROLLS; roll++) {
      for (int server : stage.servers().cast()) {
        cluster.crash(server);
        test.sleep(stage.servers().draw(0, 400));
        int before = cluster.lastApplied();
        test.bringBack(server);
        test.sleep(stage.servers().draw(200, 900));
        context.situation(cluster.lastApplied() > before);
      }
    }
    end();
  }

  private void crashAtSaves() {
    for (int round = 0; round < CRASH_ROUNDS; round++) {
      int victim = test.faults().nextInt(test.servers());
      arm(victim, stage.servers().draw(1, LATEST_SAVE), () -> cluster.crash(victim));
      awaitCrash(victim);
      cluster.afterSave(victim, saves -> {});
      revive(victim);
    }
    end();
  }

  private void crashAtDiskOperations() {
    for (int round = 0; round < CRASH_ROUNDS; round++) {
      int victim = test.faults().nextInt(test.servers());
      int k = stage.servers().draw(1, LATEST_OPERATION);
      if (test.faults().nextBoolean()) {
        cluster.crashAtDiskOperation(victim, k);
      } else {
        cluster.powerLossAtDiskOperation(victim, k);
      }
      awaitCrash(victim);
      cluster.disk(victim).heal();
      revive(victim);
    }
    end();
  }

  private void awaitCrash(int victim) {
    context.situation(test.await(CRASH_LIMIT_MILLIS, () -> !cluster.running(victim)));
  }

  private void revive(int victim) {
    test.sleep(stage.servers().draw(0, 40));
    test.bringBack(victim);
    test.sleep(stage.servers().draw(50, 250));
  }

  private void restartAll() {
    for (int round = 0; round < RESTARTS; round++) {
      test.sleep(stage.servers().draw(300, 1_000));
      boolean[] saved = {false};
      int first = test.faults().nextInt(test.servers());
      arm(first, stage.servers().draw(1, LATEST_SAVE), () -> saved[0] = true);
      context.situation(test.await(CRASH_LIMIT_MILLIS, () -> saved[0]));
      cluster.afterSave(first, saves -> {});
      stage.restartAll();
    }
    end();
  }

  private void arm(int server, int save, Runnable then) {
    int[] rest = {save};
    cluster.afterSave(
        server,
        saves -> {
          if (--rest[0] == 0) {
            then.run();
          }
        });
  }

  private void end() {
    stage.heal();
    load.stop();
  }
}
