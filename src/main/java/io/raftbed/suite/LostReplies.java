package io.raftbed.suite;

import io.raftbed.cluster.Cluster;
import io.raftbed.lab.InstallSnapshotArgs;
import io.raftbed.net.Hold;
import io.raftbed.sim.Promise;
import java.util.stream.IntStream;

/**
 * A change takes effect and its answer is lost, so that the client asks the next leader for the
 * same (Raft paper, section 8): the change must not take effect again.
 */
final class LostReplies {

  private static final int ROUNDS = 4;
  private static final String KEY = "k";
  private static final long TAKES_EFFECT_MILLIS = 3_000;

  private final KvContext context;
  private final TestContext test;
  private final Cluster cluster;
  private final KvStage stage;
  private final KvCaller writer;
  private final KvCaller other;

  private LostReplies(KvContext context) {
    this.context = context;
    this.test = context.test();
    this.cluster = context.cluster();
    this.stage = new KvStage(context);
    this.writer = KvCaller.open(context, 0);
    this.other = KvCaller.open(context, 1);
  }

  /** Each leader that has done it is cut off before it can say so. */
  static void ofCutLeaders(KvContext context) {
    new LostReplies(context).throughLeaders(false);
  }

  /** Each leader that has done it crashes before it can say so. */
  static void ofCrashedLeaders(KvContext context) {
    new LostReplies(context).throughLeaders(true);
  }

  /** All servers restart from snapshots that were taken after it. */
  static void beforeRestart(KvContext context) {
    new LostReplies(context).overRestart();
  }

  /** The next leader was sent a snapshot in place of it. */
  static void beforeInstallation(KvContext context) {
    new LostReplies(context).overInstallation();
  }

  private void throughLeaders(boolean crash) {
    for (int round = 0; round < ROUNDS; round++) {
      int leader = stage.awaitLeader();
      stage.reach(writer, leader);
      Hold answers = stage.holdAnswersTo(writer);
      Promise<Boolean> change = writer.change(KEY);
      for (int hop = stage.servers().draw(1, 3); hop > 0; hop--) {
        context.situation(awaitAnswer(answers));
        stage.heal();
        answers = stage.holdAnswersTo(writer);
        stage.depose(leader, writer);
        if (crash) {
          cluster.restart(leader);
          cluster.connect(leader);
        }
        leader = stage.awaitLeader();
        stage.reach(writer, leader);
      }
      answers.drop();
      finish(change);
    }
  }

  /** The server has applied it and answered; a cut or a crash now comes too late for it. */
  private boolean awaitAnswer(Hold answers) {
    return test.await(TAKES_EFFECT_MILLIS, () -> !answers.messages().isEmpty());
  }

  private void finish(Promise<Boolean> change) {
    stage.heal();
    writer.finish(change, "a change that was tried again");
    writer.checkChanges(other.finish(other.get(KEY), "a get"));
  }

  private void overRestart() {
    for (int round = 0; round < ROUNDS; round++) {
      stage.reach(writer, stage.awaitLeader());
      Hold answers = stage.holdAnswersTo(writer);
      Promise<Boolean> change = writer.change(KEY);
      boolean done = awaitAnswer(answers);
      int[] all = IntStream.range(0, test.servers()).toArray();
      context.situation(stage.coverBySnapshots(other, all) && done);
      stage.restartAll();
      finish(change);
    }
  }

  private void overInstallation() {
    for (int round = 0; round < ROUNDS; round++) {
      stage.settle(other);
      int[] cast = stage.servers().cast();
      int leader = cast[0];
      int follower = cast[1];
      int lagging = cast[2];
      stage.leadOn(leader, follower, lagging);
      stage.servers().onlyCalls(leader, follower);
      stage.reach(writer, leader);
      stage.reach(other, leader);
      Hold answers = stage.holdAnswersTo(writer);
      Promise<Boolean> change = writer.change(KEY);
      boolean done = awaitAnswer(answers);
      done &= stage.coverBySnapshots(other, leader, follower);
      Hold sent = copiesOfSnapshots(lagging);
      stage.leadOn(leader, follower, lagging);
      stage.awaitMessage(sent, message -> true);
      context.situation(done && catchesUp(lagging) && !sent.messages().isEmpty());
      sent.drop();
      stage.servers().lead(lagging, follower);
      stage.reach(writer, lagging);
      answers.drop();
      writer.finish(change, "a change that was tried again");
      finish(change);
    }
  }

  private Hold copiesOfSnapshots(int server) {
    return test.network()
        .copyRequests(m -> m.to() == server && m.body() instanceof InstallSnapshotArgs);
  }

  private boolean catchesUp(int server) {
    int goal = cluster.lastApplied();
    return test.await(TAKES_EFFECT_MILLIS, () -> cluster.appliedCount(goal) == test.servers())
        && cluster.running(server);
  }
}
