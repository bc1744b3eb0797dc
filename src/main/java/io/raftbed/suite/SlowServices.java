package io.raftbed.suite;

import io.raftbed.cluster.Cluster;
import io.raftbed.lab.Started;
import java.util.Optional;

/**
 * Services that take their time for each message, so that entries are committed, and snapshots
 * installed, while earlier ones are still being handed up; then nothing more is started.
 */
final class SlowServices {
  private static final int ROUNDS = 8;
  private static final int SLOWEST_MILLIS = 60;

  private final TestContext context;
  private final Cluster cluster;
  private final Stage stage;

  private SlowServices(TestContext context) {
    this.context = context;
    this.cluster = context.cluster();
    this.stage = new Stage(context);
  }

  static void run(TestContext context) {
    new SlowServices(context).run();
  }

  private void run() {
    for (int round = 0; round < ROUNDS; round++) {
      for (int server = 0; server < context.servers(); server++) {
        cluster.slowService(server, stage.draw(0, SLOWEST_MILLIS));
      }
      int leader = cluster.checkOneLeader();
      deliverAll(leader);
      overtake(leader);
      context.endFaults();
      context.agree(context.servers());
    }
  }

  /** What is committed while the service is busy reaches it without any further command. */
  private void deliverAll(int leader) {
    Optional<Started> last = Optional.empty();
    for (int burst = stage.draw(1, 3); burst > 0; burst--) {
      context.start(leader, stage.draw(1, 3));
      context.sleep(stage.draw(0, 40));
      last = cluster.start(leader, context.command());
    }
    last.ifPresent(at -> cluster.waitApplied(at.index(), context.servers(), at.term()));
  }

  /** A server is cut off with a backlog, and meanwhile its leader's log may be cut by snapshots. */
  private void overtake(int leader) {
    int victim = (leader + stage.draw(1, context.servers() - 1)) % context.servers();
    context.start(leader, stage.draw(3, 8));
    context.sleep(stage.draw(5, 30));
    cluster.disconnect(victim);
    cluster.slowService(leader, 0);
    for (int i = stage.draw(1, 4); i > 0; i--) {
      context.start(leader, 1);
      context.sleep(stage.draw(5, 15));
    }
    cluster.connect(victim);
    context.sleep(stage.draw(100, 400));
  }
}
