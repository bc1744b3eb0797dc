package io.raftbed.suite;

import io.raftbed.cluster.ClientNode;
import io.raftbed.sim.Promise;

/** A client with one clerk, whose operations a script starts one after the other. */
public final class KvCaller {

  private static final long FINISH_SECONDS = 20;

  private final KvContext context;
  private final ClientNode client;
  private final KvClients.Session session;
  private int changes;

  private KvCaller(KvContext context, ClientNode client, KvClients.Session session) {
    this.context = context;
    this.client = client;
    this.session = session;
  }

  /** Opens a caller over one of the test's own clients. */
  public static KvCaller open(KvContext context, int which) {
    ClientNode client = context.own(which);
    return new KvCaller(
        context, client, context.call(client, "opening a session", session -> session));
  }

  /** Returns its number in the network. */
  public int node() {
    return client.node();
  }

  /** Starts to append a part that no other change has. */
  public Promise<Boolean> change(String key) {
    String part = Appends.part(client.client(), changes++);
    return client.start(
        "client",
        () -> {
          session.append(key, part);
          return true;
        });
  }

  /** Starts to give a key a value. */
  public Promise<Boolean> put(String key, String value) {
    return client.start(
        "client",
        () -> {
          session.put(key, value);
          return true;
        });
  }

  /** Starts to get the value of a key. */
  public Promise<String> get(String key) {
    return client.start("client", () -> session.get(key));
  }

  /** Starts to give a key some values, and to get each. */
  Promise<Boolean> putAndGet(String key, int times) {
    return client.start(
        "client",
        () -> {
          for (int i = 0; i < times; i++) {
            session.put(key, Integer.toString(i));
            session.get(key);
          }
          return true;
        });
  }

  /** Waits for an operation that nothing stands in the way of any more. */
  <T> T finish(Promise<T> operation, String what) {
    return context.finish(operation, what, FINISH_SECONDS);
  }

  /** Fails unless a value has all changes that were started, each once and in order. */
  void checkChanges(String value) {
    Appends.check(context.test(), value, client.client(), changes);
  }
}
