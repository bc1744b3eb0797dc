package io.raftbed.suite;

import io.raftbed.cluster.Cluster;

/**
 * All servers lose their power at once, in the middle of their work: what one of them has promised,
 * none of the others makes up for.
 */
final class PowerLoss {

  private static final int ROUNDS = 12;
  private static final int MOST_MICROS = 400_000;
  private static final int LONGEST_OUTAGE_MILLIS = 50;

  private PowerLoss() {}

  static void run(TestContext context) {
    Cluster cluster = context.cluster();
    context.agree(context.servers());
    for (int round = 0; round < ROUNDS; round++) {
      context.load(context.faults().nextInt(MOST_MICROS));
      for (int server = 0; server < context.servers(); server++) {
        cluster.powerLoss(server);
      }
      context.sleep(context.faults().nextInt(LONGEST_OUTAGE_MILLIS));
      for (int server = 0; server < context.servers(); server++) {
        context.bringBack(server);
      }
      if (context.faults().nextBoolean()) {
        context.agree(context.servers());
      }
    }
    context.agree(context.servers());
  }
}
