package io.raftbed.suite;

import io.raftbed.cluster.Cluster;
import io.raftbed.net.Hold;
import io.raftbed.sim.Promise;
import java.util.stream.IntStream;

/**
 * The network delivers requests again after their client was answered and has gone on, at the old
 * leader and at the next. A duplicate is not only the client's last request.
 */
final class LateDuplicates {

  private static final int ROUNDS = 4;
  private static final String KEY = "k";
  private static final long ASKS_ALL_MILLIS = 2_000;

  private final KvContext context;
  private final TestContext test;
  private final Cluster cluster;
  private final KvStage stage;
  private final KvCaller writer;
  private final KvCaller other;

  private LateDuplicates(KvContext context) {
    this.context = context;
    this.test = context.test();
    this.cluster = context.cluster();
    this.stage = new KvStage(context);
    this.writer = KvCaller.open(context, 0);
    this.other = KvCaller.open(context, 1);
  }

  static void run(KvContext context) {
    LateDuplicates duplicates = new LateDuplicates(context);
    for (int round = 0; round < ROUNDS; round++) {
      duplicates.round(false);
    }
  }

  /** Before the duplicates come, all servers restart from snapshots. */
  static void afterRestart(KvContext context) {
    LateDuplicates duplicates = new LateDuplicates(context);
    for (int round = 0; round < ROUNDS; round++) {
      duplicates.round(true);
    }
  }

  private void round(boolean restart) {
    int old = stage.awaitLeader();
    Hold copies = askAll(old);
    for (int more = stage.servers().draw(1, 3); more > 0; more--) {
      writer.finish(writer.change(KEY), "a change");
    }
    boolean covered = true;
    if (restart) {
      covered = stage.coverBySnapshots(other, IntStream.range(0, test.servers()).toArray());
      stage.restartAll();
      old = stage.awaitLeader();
    }
    boolean atOld = deliver(copies, old);
    cluster.disconnect(old);
    int next = stage.awaitLeader();
    boolean atNext = deliver(copies, next);
    context.situation(covered && atOld && atNext);
    stage.heal();
    writer.checkChanges(other.finish(other.get(KEY), "a get"));
  }

  /** Lets the client ask all servers for one change, the leader last; returns copies of that. */
  private Hold askAll(int leader) {
    Hold copies = stage.copiesFrom(writer);
    stage.servers().close(writer.node(), leader);
    Promise<Boolean> change = writer.change(KEY);
    test.await(
        ASKS_ALL_MILLIS,
        () ->
            IntStream.range(0, test.servers())
                .filter(server -> server != leader)
                .allMatch(server -> isAsked(copies, server)));
    stage.servers().open(writer.node(), leader);
    writer.finish(change, "a change");
    copies.close();
    return copies;
  }

  private static boolean isAsked(Hold copies, int server) {
    return copies.messages().stream().anyMatch(message -> message.to() == server);
  }

  /** Delivers what was for a server that leads now. */
  private boolean deliver(Hold copies, int server) {
    boolean any = isAsked(copies, server) && test.leads(server);
    copies.release(message -> message.to() == server);
    test.sleep(stage.servers().draw(50, 250));
    return any;
  }
}
