package io.raftbed.suite;

import io.raftbed.cluster.ClientNode;
import io.raftbed.cluster.Cluster;
import io.raftbed.sim.Promise;
import io.raftbed.trace.FailureKind;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The leader is in a minority: the others go on, and clients of the minority wait. */
final class OnePartition {

  private static final String KEY = "1";
  private static final long MINORITY_WAITS_MILLIS = 1_000;
  private static final long HEALED_SECONDS = 3;
  private static final String LAST = "15";

  private final KvContext context;
  private final Cluster cluster;

  private OnePartition(KvContext context) {
    this.context = context;
    this.cluster = context.cluster();
  }

  static void run(KvContext context) {
    new OnePartition(context).run();
  }

  private void run() {
    ClientNode client = context.own(0);
    context.call(client, "a put", session -> put(session, "13"));
    int leader = cluster.checkOneLeader();
    Set<Integer> minority = new TreeSet<>(Set.of(leader, (leader + 1) % 5));
    Set<Integer> majority = new TreeSet<>(Set.of(0, 1, 2, 3, 4));
    majority.removeAll(minority);
    context.test().network().partition(List.of(minority, majority));
    limit(client, majority);
    context.call(
        client,
        "a put and a get at a majority",
        session -> {
          session.put(KEY, "14");
          context.checkGet(session, KEY, "14");
          return true;
        });
    ClientNode writer = context.own(1);
    ClientNode reader = context.own(2);
    limit(writer, minority);
    limit(reader, minority);
    Promise<Boolean> put = context.start(writer, session -> put(session, LAST));
    Promise<String> get = context.start(reader, session -> session.get(KEY));
    context.test().sleep(MINORITY_WAITS_MILLIS);
    mustWait(put, "put");
    mustWait(get, "get");
    context.call(
        client,
        "a get at a majority",
        session -> {
          context.checkGet(session, KEY, "14");
          return true;
        });
    context.test().network().healAll();
    context.test().sleep(TestContext.ELECTION_MILLIS);
    context.finish(put, "the put that had waited at the minority", HEALED_SECONDS);
    context.finish(get, "the get that had waited at the minority", HEALED_SECONDS);
    context.call(
        client,
        "a get",
        session -> {
          context.checkGet(session, KEY, LAST);
          return true;
        });
  }

  private static boolean put(KvClients.Session session, String value) {
    session.put(KEY, value);
    return true;
  }

  /** Lets a client reach some of the servers only. */
  private void limit(ClientNode client, Set<Integer> servers) {
    for (int server = 0; server < cluster.size(); server++) {
      if (!servers.contains(server)) {
        context.test().network().cut(client.node(), server);
      }
    }
  }

  private void mustWait(Promise<?> operation, String what) {
    context
        .test()
        .check(
            !operation.done(),
            FailureKind.SAFETY,
            "a " + what + " was answered by a minority of the servers",
            "the majority had a leader of its own and had been written to since");
  }
}
