package io.raftbed.suite;

import io.raftbed.cluster.ClientNode;
import io.raftbed.sim.Promise;
import java.util.ArrayList;
import java.util.List;

/**
 * Clients that use the rare keys once, and then put, append and get few others, with pauses, until
 * they are told to stop. Each value there names its client and a number; that the history is
 * linearizable says whether all went well.
 */
public final class KvLoad {

  private static final int KEYS = 3;
  private static final int LONGEST_PAUSE_MILLIS = 80;
  private static final long STOP_SECONDS = 20;

  private final KvContext context;
  private final TestContext test;
  private final List<Promise<Boolean>> working = new ArrayList<>();
  private boolean stopped;

  private KvLoad(KvContext context) {
    this.context = context;
    this.test = context.test();
  }

  /** Lets clients work until {@link #stop}. */
  public static KvLoad start(KvContext context, int clients) {
    KvLoad load = new KvLoad(context);
    for (int client = 0; client < clients; client++) {
      ClientNode node = context.client(client);
      load.working.add(context.start(node, session -> load.work(node.client(), session)));
    }
    return load;
  }

  private boolean work(int client, KvClients.Session session) {
    session.useRareKeys();
    for (int sequence = 0; !stopped; sequence++) {
      String key = Integer.toString(test.workload().nextInt(KEYS));
      switch (test.workload().nextInt(5)) {
        case 0 -> session.put(key, Appends.part(client, sequence));
        case 1, 2 -> session.append(key, Appends.part(client, sequence));
        default -> session.get(key);
      }
      test.sleep(test.workload().nextLong(LONGEST_PAUSE_MILLIS));
    }
    return true;
  }

  /** Lets each client end its last operation, which nothing stands in the way of any more. */
  public void stop() {
    stopped = true;
    for (int client = 0; client < working.size(); client++) {
      context.finish(working.get(client), "the last operation of C" + client, STOP_SECONDS);
    }
    context.checkStorage();
  }
}
