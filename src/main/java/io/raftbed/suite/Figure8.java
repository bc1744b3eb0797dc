package io.raftbed.suite;

import static io.raftbed.suite.TestContext.ELECTION_MILLIS;

import io.raftbed.cluster.Cluster;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/**
 * Leaders fail soon after they accept a command, over and over, so that entries of many terms are
 * left on few servers, as in Figure 8 of the Raft paper.
 */
final class Figure8 {
  private static final int SERVERS = 5;
  private static final int STEPS = 1_000;
  private static final int REORDERING_FROM = 200;
  private static final int MAJORITY = 3;
  private static final int SHORT_PAUSE_MILLIS = 13;

  private final TestContext context;
  private final IntPredicate up;
  private final IntConsumer fail;
  private final IntConsumer restore;

  private Figure8(TestContext context, IntPredicate up, IntConsumer fail, IntConsumer restore) {
    this.context = context;
    this.up = up;
    this.fail = fail;
    this.restore = restore;
  }

  static void withCrashes(TestContext context) {
    Cluster cluster = context.cluster();
    Figure8 test = new Figure8(context, cluster::running, cluster::crash, context::bringBack);
    context.agree(1);
    for (int step = 0; step < STEPS; step++) {
      test.step(1.0);
    }
    test.restoreAll();
    context.agree(SERVERS);
  }

  static void unreliable(TestContext context) {
    Cluster cluster = context.cluster();
    Figure8 test = new Figure8(context, cluster::connected, cluster::disconnect, cluster::connect);
    context.unreliable();
    context.agree(1);
    for (int step = 0; step < STEPS; step++) {
      if (step == REORDERING_FROM) {
        context.longReordering();
      }
      test.step(0.5);
    }
    test.restoreAll();
    context.agree(SERVERS);
  }

  /** A command for every server; a pause; perhaps a leader fails; another server is restored. */
  private void step(double failureProbability) {
    int leader = startEverywhere();
    boolean longPause = context.faults().nextInt(10) == 0;
    long bound = longPause ? ELECTION_MILLIS / 2 : SHORT_PAUSE_MILLIS;
    context.sleep(context.faults().nextLong(bound));
    if (leader >= 0 && context.faults().nextDouble() < failureProbability) {
      fail.accept(leader);
    }
    if (countUp() < MAJORITY) {
      int server = context.faults().nextInt(SERVERS);
      if (!up.test(server)) {
        restore.accept(server);
      }
    }
  }

  /** Returns the last of the servers that are up and accepted the command, -1 if none did. */
  private int startEverywhere() {
    int leader = -1;
    for (int server = 0; server < SERVERS; server++) {
      boolean accepted = context.cluster().start(server, context.command()).isPresent();
      if (accepted && up.test(server)) {
        leader = server;
      }
    }
    return leader;
  }

  private int countUp() {
    int count = 0;
    for (int server = 0; server < SERVERS; server++) {
      count += up.test(server) ? 1 : 0;
    }
    return count;
  }

  private void restoreAll() {
    for (int server = 0; server < SERVERS; server++) {
      if (!up.test(server)) {
        restore.accept(server);
      }
    }
  }
}
