package io.raftbed.suite;

import io.raftbed.cluster.ClientNode;
import io.raftbed.cluster.Cluster;
import io.raftbed.cluster.kv.ServiceEntries;
import io.raftbed.sim.Promise;
import io.raftbed.trace.FailureKind;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** What the body of a test of a key/value service drives its run with. */
public final class KvContext {

  /** Nodes beside those of the workload's clients, for what a test itself asks. */
  static final int OWN_CLIENTS = 3;

  /** How long an operation may take that nothing stands in the way of. */
  private static final long OPERATION_SECONDS = 20;

  private static final int STATE_FACTOR = 8;

  /** How long a server may hold a long command that it has stored, before it applies it. */
  private static final long APPLY_MILLIS = 1_000;

  private final TestContext test;
  private final KvBody.KvRunning run;
  private final Map<Integer, ClientNode> nodes = new HashMap<>();
  private int situations;
  private int reached;

  KvContext(TestContext test, KvBody.KvRunning run) {
    this.test = test;
    this.run = run;
  }

  /** Returns what drives the servers. */
  public TestContext test() {
    return test;
  }

  Cluster cluster() {
    return test.cluster();
  }

  KvClients clients() {
    return run.clients();
  }

  /** Returns a client; those of the workload come first. */
  ClientNode client(int client) {
    return nodes.computeIfAbsent(client, cluster()::client);
  }

  /** Returns a client of the test itself, from 0. */
  ClientNode own(int which) {
    return client(run.test().workers() + which);
  }

  /** Starts a task with a new session of a client, on its thread. */
  <T> Promise<T> start(ClientNode client, Function<KvClients.Session, T> task) {
    return client.start("client", () -> task.apply(clients().open(client)));
  }

  /** Does something with a new session of a client, which nothing stands in the way of. */
  <T> T call(ClientNode client, String what, Function<KvClients.Session, T> task) {
    return finish(start(client, task), what, OPERATION_SECONDS);
  }

  /** Waits for what clients do; fails when they are not done in time. */
  <T> T finish(Promise<T> promise, String what, long seconds) {
    promise.await(TimeUnit.SECONDS.toNanos(seconds));
    if (!promise.done()) {
      cluster().tooLate(what + " did not finish within " + seconds + " s");
    }
    return promise.await().orElseThrow();
  }

  /** Returns what a server's service holds; empty when it was never booted. */
  Optional<ServiceEntries.Held> held(int server) {
    return run.program().entries().held(server);
  }

  /** Counts whether the script came to the situation that it is about. */
  void situation(boolean isReached) {
    situations++;
    reached += isReached ? 1 : 0;
  }

  /** Notes how often the script came to its situation, if it counts that. */
  void noteSituations() {
    if (situations > 0) {
      test.note("came to its situation %d of %d times".formatted(reached, situations));
    }
  }

  /** Fails unless a session gets a value. */
  void checkGet(KvClients.Session session, String key, String expected) {
    String value = session.get(key);
    test.check(
        value.equals(expected),
        FailureKind.SAFETY,
        "a client got the wrong value of key " + key,
        "it got \"" + Appends.tail(value) + "\", not \"" + expected + "\"");
  }

  /**
   * Fails when Raft state has outgrown its limit and stays so although no client asks for anything
   * any more, or when there is a snapshot that none asked for.
   */
  void checkStorage() {
    if (run.test().maxRaftState() == Integer.MAX_VALUE) {
      int snapshot = cluster().snapshotSize();
      test.check(
          snapshot == 0,
          FailureKind.LIMIT,
          "there is a snapshot although none was to be taken",
          "it has " + snapshot + " bytes");
      return;
    }
    int limit = STATE_FACTOR * run.test().maxRaftState();
    test.await(APPLY_MILLIS, () -> cluster().raftStateSize() <= limit);
    int size = cluster().raftStateSize();
    test.check(
        size <= limit,
        FailureKind.LIMIT,
        "the persisted Raft state is too large: snapshots do not shorten the log",
        "it has %d bytes; %d are allowed where a snapshot is due near %d"
            .formatted(size, limit, run.test().maxRaftState()));
  }
}
