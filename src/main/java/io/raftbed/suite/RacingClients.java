package io.raftbed.suite;

import io.raftbed.cluster.ClientNode;
import io.raftbed.sim.Promise;
import java.util.ArrayList;
import java.util.List;

/**
 * Clients race on one key: some put and get, others append and get. Several of them are clerks on
 * one and the same node, as the threads of one program are.
 */
final class RacingClients {

  private static final int ROUNDS = 3;
  private static final int CLERKS = 5;
  private static final int ON_ONE_NODE = 3;
  private static final int OPERATIONS = 8;
  private static final long FINISH_SECONDS = 30;
  private static final String KEY = "k";

  private final KvContext context;
  private final TestContext test;
  private int ended;

  private RacingClients(KvContext context) {
    this.context = context;
    this.test = context.test();
  }

  static void run(KvContext context) {
    RacingClients race = new RacingClients(context);
    KvStage stage = new KvStage(context);
    for (int round = 0; round < ROUNDS; round++) {
      race.round(round, stage);
    }
  }

  private void round(int round, KvStage stage) {
    test.unreliable();
    ended = 0;
    List<Promise<Boolean>> racing = new ArrayList<>();
    for (int clerk = 0; clerk < CLERKS; clerk++) {
      int process = clerk;
      ClientNode node = context.client(clerk < ON_ONE_NODE ? 0 : clerk);
      racing.add(node.start("client", () -> race(node, process, round)));
    }
    int leader = stage.awaitLeader();
    test.sleep(stage.servers().draw(50, 300));
    context.situation(ended == 0);
    context.cluster().disconnect(leader);
    stage.awaitLeader();
    context.cluster().connect(leader);
    racing.forEach(each -> context.finish(each, "the operations of a client", FINISH_SECONDS));
    stage.heal();
  }

  private boolean race(ClientNode node, int process, int round) {
    KvClients.Session session = context.clients().open(node, process);
    for (int i = 0; i < OPERATIONS; i++) {
      String part = Appends.part(process, round * OPERATIONS + i);
      if (i % 2 == 1) {
        session.get(KEY);
      } else if (process % 2 == 0) {
        session.append(KEY, part);
      } else {
        session.put(KEY, part);
      }
    }
    ended++;
    return true;
  }
}
