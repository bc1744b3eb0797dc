package io.raftbed.suite;

import io.raftbed.cluster.ClientNode;
import io.raftbed.cluster.Cluster;
import io.raftbed.sim.Promise;
import io.raftbed.trace.FailureKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Tests of key/value services that follow a script of their own. */
final class KvScripts {

  private static final int SPEED_OPERATIONS = 1_000;
  private static final double MOST_MILLIS_EACH = 33.3;
  private static final double NANOS_PER_MILLI = 1e6;
  private static final long SPEED_SECONDS = 60;
  private static final int ONE_KEY_APPENDS = 10;
  private static final int SIZE_ROUNDS = 200;
  private static final long SIZE_SECONDS = 20;
  private static final int MOST_SNAPSHOT_BYTES = 500;
  private static final int LAGGING_PUTS = 50;

  private KvScripts() {}

  /** One client appends as fast as it can. */
  static void speed(KvContext context) {
    long start = context.test().now();
    StringBuilder expected = new StringBuilder();
    Promise<Long> done =
        context.start(
            context.client(0),
            session -> {
              session.put("x", "");
              for (int i = 0; i < SPEED_OPERATIONS; i++) {
                session.append("x", Appends.part(0, i));
                expected.append(Appends.part(0, i));
              }
              long end = context.test().now();
              String value = session.get("x");
              Appends.check(context.test(), value, 0, SPEED_OPERATIONS);
              context
                  .test()
                  .check(
                      value.contentEquals(expected),
                      FailureKind.SAFETY,
                      "the value is not what was appended",
                      "it ends in ..." + Appends.tail(value));
              return end;
            });
    double each =
        (context.finish(done, "1000 appends", SPEED_SECONDS) - start)
            / NANOS_PER_MILLI
            / SPEED_OPERATIONS;
    context
        .test()
        .check(
            each <= MOST_MILLIS_EACH,
            FailureKind.LIMIT,
            "operations are too slow: a command should be sent on at once",
            "an append took %.1f ms on average; at most %.1f ms are allowed"
                .formatted(each, MOST_MILLIS_EACH));
    context.checkStorage();
  }

  /** Clients append to one key on an unreliable network. */
  static void oneKey(KvContext context, int clients) {
    context.test().unreliable();
    List<Promise<Boolean>> done = new ArrayList<>();
    for (int client = 0; client < clients; client++) {
      int id = client;
      done.add(
          context.start(
              context.client(client),
              session -> {
                for (int i = 0; i < ONE_KEY_APPENDS; i++) {
                  session.append("k", Appends.part(id, i));
                }
                return true;
              }));
    }
    done.forEach(client -> context.finish(client, "ten appends of a client", SPEED_SECONDS));
    String value = context.call(context.own(0), "a get", session -> session.get("k"));
    for (int client = 0; client < clients; client++) {
      Appends.check(context.test(), value, client, ONE_KEY_APPENDS);
    }
  }

  /** A server that lags is sent a snapshot, and then is needed. */
  static void installSnapshot(KvContext context) {
    ClientNode client = context.own(0);
    drive(context, client, session -> session.put("a", "A"));
    reachOnly(context, client, Set.of(0, 1), 2);
    drive(
        context,
        client,
        session -> {
          for (int i = 0; i < LAGGING_PUTS; i++) {
            session.put(Integer.toString(i), Integer.toString(i));
          }
        });
    context.test().sleep(TestContext.ELECTION_MILLIS);
    drive(context, client, session -> session.put("b", "B"));
    context.checkStorage();
    reachOnly(context, client, Set.of(0, 2), 1);
    drive(
        context,
        client,
        session -> {
          session.put("c", "C");
          session.put("d", "D");
          context.checkGet(session, "a", "A");
          context.checkGet(session, "b", "B");
          context.checkGet(session, "1", "1");
          context.checkGet(session, "49", "49");
        });
    context.test().network().healAll();
    drive(
        context,
        client,
        session -> {
          session.put("e", "E");
          context.checkGet(session, "c", "C");
          context.checkGet(session, "e", "E");
          context.checkGet(session, "1", "1");
        });
  }

  /** Lets a client and two of the servers reach each other and not the third. */
  private static void reachOnly(
      KvContext context, ClientNode client, Set<Integer> servers, int other) {
    context.test().network().healAll();
    context.test().network().partition(List.of(servers, Set.of(other)));
    context.test().network().cut(client.node(), other);
  }

  private static void drive(
      KvContext context, ClientNode client, java.util.function.Consumer<KvClients.Session> script) {
    context.call(
        client,
        "a script of puts and gets",
        session -> {
          script.accept(session);
          return true;
        });
  }

  /** Many changes of little state leave a small snapshot. */
  static void snapshotSize(KvContext context) {
    Promise<Boolean> done =
        context.start(
            context.client(0),
            session -> {
              for (int i = 0; i < SIZE_ROUNDS; i++) {
                session.put("x", "0");
                context.checkGet(session, "x", "0");
                session.put("x", "1");
                context.checkGet(session, "x", "1");
              }
              return true;
            });
    context.finish(done, SIZE_ROUNDS + " times two puts and two gets", SIZE_SECONDS);
    context.checkStorage();
    Cluster cluster = context.cluster();
    context
        .test()
        .check(
            cluster.snapshotSize() <= MOST_SNAPSHOT_BYTES,
            FailureKind.LIMIT,
            "the snapshot is too large for so little state",
            "it has %d bytes; %d are allowed"
                .formatted(cluster.snapshotSize(), MOST_SNAPSHOT_BYTES));
  }
}
