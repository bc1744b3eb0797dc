package io.raftbed.suite;

import io.raftbed.cluster.ClientNode;
import io.raftbed.lab.kv.Clerk;
import io.raftbed.trace.FailureKind;
import java.util.function.BooleanSupplier;

/**
 * Clients append and get, each with a key of its own or all with any key. Every append names its
 * client and a number.
 */
final class ClassicWorkload implements Workload {

  private static final int PUT_PERCENT = 10;

  private final TestContext context;
  private final ClassicClients clients;
  private final KvRun.Plan plan;

  /** How often each client appended to its own key. */
  private final int[] appended;

  ClassicWorkload(TestContext context, ClassicClients clients, KvRun.Plan plan) {
    this.context = context;
    this.clients = clients;
    this.plan = plan;
    this.appended = new int[plan.clients()];
  }

  @Override
  public void work(ClientNode client, BooleanSupplier stopped) {
    Clerk clerk = clients.clerk(client);
    if (plan.randomKeys()) {
      useAnyKey(client.client(), clerk, stopped);
    } else {
      useOwnKey(client.client(), clerk, stopped);
    }
  }

  private void useOwnKey(int client, Clerk clerk, BooleanSupplier stopped) {
    String key = Integer.toString(client);
    StringBuilder expected = new StringBuilder();
    clerk.put(key, "");
    appended[client] = 0;
    while (!stopped.getAsBoolean()) {
      if (context.workload().nextBoolean()) {
        String part = Appends.part(client, appended[client]++);
        clerk.append(key, part);
        expected.append(part);
      } else {
        checkOwn(client, clerk.get(key), expected);
      }
    }
  }

  private void checkOwn(int client, String value, StringBuilder expected) {
    if (!value.contentEquals(expected)) {
      context.check(
          false,
          FailureKind.SAFETY,
          "C%d, the only one to write key %d, got another value than it wrote"
              .formatted(client, client),
          "it got   ..." + Appends.tail(value),
          "it wrote ..." + Appends.tail(expected.toString()));
    }
  }

  private void useAnyKey(int client, Clerk clerk, BooleanSupplier stopped) {
    int sequence = 0;
    while (!stopped.getAsBoolean()) {
      String key = Integer.toString(context.workload().nextInt(plan.clients()));
      if (context.workload().nextBoolean()) {
        clerk.append(key, Appends.part(client, sequence++));
      } else if (context.workload().nextInt(100) < PUT_PERCENT) {
        clerk.put(key, Appends.part(client, sequence++));
      } else {
        clerk.get(key);
      }
    }
  }

  @Override
  public boolean goesOnAfterCrash() {
    return false;
  }

  @Override
  public void check(ClientNode client) {
    if (plan.randomKeys()) {
      return; // that the history is linearizable says it all
    }
    Clerk clerk = clients.clerk(client);
    for (int writer = 0; writer < plan.clients(); writer++) {
      Appends.check(context, clerk.get(Integer.toString(writer)), writer, appended[writer]);
    }
  }
}
