package io.raftbed.suite;

import io.raftbed.cluster.Cluster;
import io.raftbed.net.Chances;
import io.raftbed.net.Hold;
import io.raftbed.net.Profile;
import io.raftbed.sim.Promise;

/**
 * Reads where a server's own state is out of date: right after it was elected, after it was cut
 * off, behind a busy applier (Raft paper, section 8; dissertation, section 6.4). They may wait;
 * what they answer must be current.
 */
final class CurrentReads {

  private static final int ROUNDS = 4;
  private static final String KEY = "k";
  private static final int SLOW_ROUNDS = 2;
  private static final int BACKLOG = 8;
  private static final int STANDSTILL_MILLIS = 5_000;
  private static final int SLOW_MILLIS = 150;
  private static final Profile REPLIES_LOST =
      Profile.RELIABLE.withShortNoReply().withChances(new Chances(0, 1, 0, 0));

  private final KvContext context;
  private final TestContext test;
  private final Cluster cluster;
  private final KvStage stage;
  private final KvCaller writer;
  private final KvCaller waiting;
  private final KvCaller reader;

  private CurrentReads(KvContext context) {
    this.context = context;
    this.test = context.test();
    this.cluster = context.cluster();
    this.stage = new KvStage(context);
    this.writer = KvCaller.open(context, 0);
    this.waiting = KvCaller.open(context, 1);
    this.reader = KvCaller.open(context, 2);
  }

  /** The new leader has the last write in its log and does not know yet that it is committed. */
  static void afterElection(KvContext context) {
    CurrentReads reads = new CurrentReads(context);
    for (int round = 0; round < ROUNDS; round++) {
      reads.readAfterElection();
    }
  }

  /** A leader is cut off, one way or the other, and a client reaches nobody else. */
  static void atCutLeader(KvContext context) {
    CurrentReads reads = new CurrentReads(context);
    for (int round = 0; round < ROUNDS; round++) {
      reads.readAtCutLeader(round % 3);
    }
  }

  /** A server is elected and read from while its service is busy with what it was sent. */
  static void behindApplier(KvContext context) {
    CurrentReads reads = new CurrentReads(context);
    for (int round = 0; round < SLOW_ROUNDS; round++) {
      reads.readBehindApplier();
    }
  }

  private void readAfterElection() {
    stage.settle(writer);
    int[] cast = stage.servers().cast();
    int old = cast[0];
    int next = cast[1];
    stage.servers().lead(old, next, cast[2]);
    writer.finish(writer.change(KEY), "a change");
    test.sleep(stage.servers().draw(150, 250));
    Hold news = stage.holdNewsOfCommits(old, cluster.lastApplied());
    stage.servers().onlyCalls(old, next);
    stage.reach(writer, old);
    stage.finishUnder(news, writer, writer.change(KEY), "a change");
    int written = cluster.lastApplied();
    stage.reach(waiting, next);
    stage.reach(reader, next);
    Promise<String> early = waiting.get(KEY);
    stage.servers().lead(next, cast[2]);
    context.situation(test.leads(next) && cluster.appliedCount(written) == 1);
    writer.checkChanges(reader.finish(reader.get(KEY), "a get at a new leader"));
    writer.checkChanges(waiting.finish(early, "a get at a new leader"));
    news.drop();
    stage.heal();
  }

  private void readAtCutLeader(int how) {
    writer.finish(writer.change(KEY), "a change");
    reader.finish(reader.get(KEY), "a get");
    int old = stage.awaitLeader();
    stage.reach(reader, old);
    int companion = (old + stage.servers().draw(1, 4)) % test.servers();
    cluster.disconnect(old);
    if (how == 1) {
      // It goes on to be acknowledged by one follower, who hears nobody else.
      cluster.disconnect(companion);
      stage.servers().open(old, companion);
    }
    stage.awaitLeader();
    if (how == 2) {
      // It goes on to send heartbeats, and does not hear that they are refused.
      for (int server = 0; server < test.servers(); server++) {
        if (server != old) {
          test.network().use(old, server, REPLIES_LOST);
          stage.servers().open(old, server);
        }
      }
    }
    stage.servers().close(writer.node(), old);
    writer.finish(writer.change(KEY), "a change at a majority");
    boolean believes = test.leads(old);
    Promise<String> read = reader.get(KEY);
    test.sleep(stage.servers().draw(300, 1_000));
    context.situation(believes && test.leads(old));
    stage.heal();
    stage.reachAll(reader);
    writer.checkChanges(reader.finish(read, "a get that had waited at a cut-off leader"));
  }

  private void readBehindApplier() {
    stage.settle(writer);
    int[] cast = stage.servers().cast();
    int leader = cast[0];
    int busy = cast[1];
    int third = cast[2];
    stage.leadOn(leader, busy, third);
    stage.servers().onlyCalls(leader, third);
    stage.reach(writer, leader);
    stage.reach(waiting, leader);
    for (int i = 0; i < BACKLOG; i++) {
      writer.finish(writer.change(KEY), "a change");
      waiting.finish(waiting.put("filler", "f".repeat(120) + i), "a put");
    }
    int each = stage.servers().draw(SLOW_MILLIS / 3, SLOW_MILLIS);
    cluster.slowService(busy, each);
    // Elected anew, as the busy server's term may have grown. From here on nothing is committed
    // that the busy server does not have in its log.
    stage.leadOn(leader, busy);
    cluster.slowService(busy, STANDSTILL_MILLIS);
    for (int i = 0; i < BACKLOG; i++) {
      writer.finish(writer.change(KEY), "a change");
    }
    int written = cluster.lastApplied();
    stage.reach(reader, busy);
    Promise<String> early = reader.get(KEY);
    stage.servers().lead(busy, third);
    context.situation(test.leads(busy) && cluster.appliedCount(written) == 1);
    cluster.slowService(busy, each);
    stage.reach(waiting, busy);
    writer.checkChanges(waiting.finish(waiting.get(KEY), "a get at a busy leader"));
    writer.checkChanges(reader.finish(early, "a get at a busy leader"));
    stage.heal();
  }
}
