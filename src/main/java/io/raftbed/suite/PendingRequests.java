package io.raftbed.suite;

import io.raftbed.cluster.Cluster;
import io.raftbed.lab.InstallSnapshotArgs;
import io.raftbed.net.Hold;
import io.raftbed.sim.Promise;
import java.util.function.Supplier;

/**
 * A leader takes a request and loses its leadership before the request is committed; another
 * leader's command, or a snapshot, comes to stand at the index where it waits. The client must get
 * no other one's answer, and must not wait for ever.
 */
final class PendingRequests {

  private static final int ROUNDS = 4;
  private static final String KEY = "k";
  private static final String OTHER_KEY = "other";
  private static final long BOUND_SECONDS = 10;

  private final KvContext context;
  private final TestContext test;
  private final Cluster cluster;
  private final KvStage stage;
  private final KvCaller client;
  private final KvCaller other;
  private int first;
  private int second;
  private int third;

  private PendingRequests(KvContext context) {
    this.context = context;
    this.test = context.test();
    this.cluster = context.cluster();
    this.stage = new KvStage(context);
    this.client = KvCaller.open(context, 0);
    this.other = KvCaller.open(context, 1);
  }

  /** The index is decided by another's command when the first leader leads again. */
  static void atLeaderThatLeadsTwice(KvContext context) {
    PendingRequests pending = new PendingRequests(context);
    for (int round = 0; round < ROUNDS; round++) {
      pending.leadTwice(round % 2 == 0);
    }
  }

  /** The client itself went on at the other leader, and comes back to the first one. */
  static void ofReturningClient(KvContext context) {
    PendingRequests pending = new PendingRequests(context);
    for (int round = 0; round < ROUNDS; round++) {
      pending.comeBack();
    }
  }

  /** Nothing new is applied where the request waits. */
  static void atDeposedLeader(KvContext context) {
    PendingRequests pending = new PendingRequests(context);
    for (int round = 0; round < ROUNDS; round++) {
      pending.deposed();
    }
  }

  /** The index is decided by an installed snapshot. */
  static void underSnapshot(KvContext context) {
    PendingRequests pending = new PendingRequests(context);
    for (int round = 0; round < ROUNDS; round++) {
      pending.covered(round % 2 == 0);
    }
  }

  /** Casts the servers and lets the first one lead, with equal logs everywhere. */
  private void prepare() {
    stage.settle(other);
    int[] cast = stage.servers().cast();
    first = cast[0];
    second = cast[1];
    third = cast[2];
    stage.servers().lead(first, second, third);
    stage.reach(client, first);
    client.finish(client.get(KEY), "a get");
    other.finish(other.change(OTHER_KEY), "a change");
    test.sleep(stage.servers().draw(150, 250));
  }

  /** Starts an operation at the first leader, which cannot tell the others about it. */
  private <T> Promise<T> strand(Supplier<Promise<T>> operation) {
    stage.servers().silence();
    Hold asked = stage.copiesFrom(client);
    Promise<T> started = operation.get();
    stage.awaitMessage(asked, message -> message.to() == first);
    asked.drop();
    return started;
  }

  /** Lets the second server lead and have but the first one as a follower, unaware of commits. */
  private Hold succeed() {
    stage.leadOn(second, third);
    Hold news = stage.holdNewsOfCommits(second, cluster.lastApplied());
    stage.servers().onlyCalls(second, first);
    return news;
  }

  private void leadTwice(boolean change) {
    prepare();
    Promise<?> pending = change ? strand(() -> client.change(KEY)) : strand(() -> client.get(KEY));
    Hold news = succeed();
    stage.reach(other, second);
    if (test.faults().nextBoolean()) {
      stage.finishUnder(news, other, other.change(OTHER_KEY), "a change at the next leader");
    } else {
      stage.finishUnder(news, other, other.get(OTHER_KEY), "a get at the next leader");
    }
    int decided = cluster.lastApplied();
    stage.servers().silence();
    news.drop();
    stage.servers().lead(first, third);
    context.situation(test.leads(first) && cluster.appliedCount(decided) == 1 && !pending.done());
    stage.reach(other, first);
    other.finish(other.get(OTHER_KEY), "a get at a leader that leads again");
    client.finish(pending, "a request at a leader that leads again");
    end();
  }

  private void comeBack() {
    prepare();
    Promise<Boolean> pending = strand(() -> client.change(KEY));
    Hold news = succeed();
    stage.reach(client, second);
    stage.finishUnder(news, client, pending, "a change at the next leader");
    int decided = cluster.lastApplied();
    stage.servers().silence();
    news.drop();
    stage.servers().lead(first, third);
    context.situation(test.leads(first) && cluster.appliedCount(decided) == 1);
    stage.reach(client, first);
    if (test.faults().nextBoolean()) {
      client.checkChanges(client.finish(client.get(KEY), "a get at a leader that leads again"));
    }
    client.finish(client.change(KEY), "a change at a leader that leads again");
    end();
  }

  private void deposed() {
    prepare();
    Promise<Boolean> pending = strand(() -> client.change(KEY));
    stage.servers().lead(second, third);
    context.situation(test.leads(second) && !pending.done());
    stage.reachAll(client);
    stage.servers().open(second, first);
    context.finish(pending, "a change that waited at a deposed leader", BOUND_SECONDS);
    end();
  }

  private void covered(boolean leadsAgain) {
    prepare();
    Promise<Boolean> pending = strand(() -> client.change(KEY));
    stage.servers().lead(second, third);
    stage.reach(other, second);
    other.finish(other.change(OTHER_KEY), "a change at the next leader");
    boolean covered = stage.coverBySnapshots(other, second);
    Hold sent =
        test.network()
            .copyRequests(m -> m.to() == first && m.body() instanceof InstallSnapshotArgs);
    stage.servers().open(second, first);
    covered &= stage.awaitMessage(sent, message -> true);
    sent.drop();
    context.situation(covered && !pending.done());
    if (leadsAgain) {
      int last = cluster.lastApplied();
      test.await(BOUND_SECONDS * 1_000, () -> cluster.appliedCount(last) == test.servers());
      stage.servers().lead(first, third);
    } else {
      stage.reachAll(client);
    }
    context.finish(pending, "a change whose index a snapshot covers", BOUND_SECONDS);
    end();
  }

  private void end() {
    stage.heal();
    client.checkChanges(other.finish(other.get(KEY), "a get"));
  }
}
