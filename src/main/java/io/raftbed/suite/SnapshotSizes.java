package io.raftbed.suite;

import io.raftbed.cluster.Cluster;
import io.raftbed.sim.Promise;
import io.raftbed.trace.FailureKind;
import java.util.ArrayList;
import java.util.List;

/** Snapshots of little state after many requests, and of much state. */
final class SnapshotSizes {

  private static final int CLIENTS = 5;
  private static final int PUTS = 120;
  private static final long PUTS_SECONDS = 30;

  /** Five short keys and values and five clients, each of which may take some 250 bytes. */
  private static final int MOST_BYTES = 2_500;

  private static final int LARGE_VALUES = 12;
  private static final int LARGE_VALUE_BYTES = 10_000;
  private static final int ROUNDS = 2;

  private final KvContext context;
  private final Cluster cluster;
  private final KvStage stage;

  private SnapshotSizes(KvContext context) {
    this.context = context;
    this.cluster = context.cluster();
    this.stage = new KvStage(context);
  }

  /** What a server knows of finished requests must not grow with their number. */
  static void smallState(KvContext context) {
    new SnapshotSizes(context).smallState();
  }

  /** A server that lags is sent a snapshot of more than 100 kB, and must lead with it. */
  static void largeValues(KvContext context) {
    new SnapshotSizes(context).largeValues();
  }

  private void smallState() {
    List<Promise<Boolean>> working = new ArrayList<>();
    for (int client = 0; client < CLIENTS; client++) {
      String key = Integer.toString(client);
      working.add(context.start(context.client(client), session -> puts(session, key)));
    }
    working.forEach(each -> context.finish(each, PUTS + " puts of a client", PUTS_SECONDS));
    context.situation(cluster.snapshotSize() > 0);
    context
        .test()
        .check(
            cluster.snapshotSize() <= MOST_BYTES,
            FailureKind.LIMIT,
            "the snapshot is too large: it grows with the requests that were answered",
            "it has %d bytes after %d puts of %d clients to %d keys; %d are allowed"
                .formatted(cluster.snapshotSize(), CLIENTS * PUTS, CLIENTS, CLIENTS, MOST_BYTES));
    context.checkStorage();
  }

  private static boolean puts(KvClients.Session session, String key) {
    for (int i = 0; i < PUTS; i++) {
      session.put(key, Integer.toString(i));
    }
    return true;
  }

  private void largeValues() {
    KvCaller writer = KvCaller.open(context, 0);
    KvCaller reader = KvCaller.open(context, 1);
    for (int round = 0; round < ROUNDS; round++) {
      stage.settle(writer);
      int[] cast = stage.servers().cast();
      int lagging = cast[2];
      stage.leadOn(cast[0], cast[1], lagging);
      stage.servers().onlyCalls(cast[0], cast[1]);
      stage.reach(writer, cast[0]);
      for (int i = 0; i < LARGE_VALUES; i++) {
        writer.finish(writer.put("large " + i, large(round, i)), "a put of a large value");
      }
      stage.leadOn(cast[0], cast[1], lagging);
      int last = cluster.lastApplied();
      context.situation(
          context.test().await(10_000, () -> cluster.appliedCount(last) == cluster.size())
              && cluster.snapshotSize() > LARGE_VALUES * LARGE_VALUE_BYTES / 2);
      stage.servers().lead(lagging, cast[1]);
      stage.reach(reader, lagging);
      check(reader, round);
      stage.heal();
      stage.restartAll();
      check(reader, round);
    }
  }

  private static String large(int round, int which) {
    return Integer.toString(10 + round).repeat(LARGE_VALUE_BYTES / 2) + which;
  }

  private void check(KvCaller reader, int round) {
    for (int i = 0; i < LARGE_VALUES; i++) {
      String value = reader.finish(reader.get("large " + i), "a get of a large value");
      context
          .test()
          .check(
              value.equals(large(round, i)),
              FailureKind.SAFETY,
              "a client got the wrong value of key \"large " + i + "\"",
              "it ends in ..." + Appends.tail(value));
    }
  }
}
