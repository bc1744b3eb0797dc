package io.raftbed.suite;

import io.raftbed.cluster.ClientNode;
import io.raftbed.cluster.Cluster;
import io.raftbed.sim.Promise;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The generic run of the key/value suites: three times, clients work for five seconds while the
 * servers are partitioned anew all the time; then all servers may crash and come back while the
 * clients' last operations go on; then it is checked what came of it.
 */
final class KvRun {

  private static final int ROUNDS = 3;
  private static final long WORK_MILLIS = 5_000;
  private static final long UNDISTURBED_MILLIS = 1_000;
  private static final long PARTITION_MILLIS = 1_000;
  private static final int MORE_PARTITION_MILLIS = 200;
  private static final long DOWN_MILLIS = 1_000;
  private static final long STOP_SECONDS = 20;

  /**
   * What befalls the run.
   *
   * @param clients how many work
   * @param unreliable whether messages are lost and late
   * @param crash whether all servers crash at the end of each round
   * @param partitions whether the servers are partitioned
   * @param randomKeys whether each operation is about any of several keys
   */
  record Plan(
      int clients, boolean unreliable, boolean crash, boolean partitions, boolean randomKeys) {

    /**
     * Returns a plan.
     *
     * @param faults any of u (unreliable), C (crash), P (partitions) and K (random keys)
     */
    static Plan of(int clients, String faults) {
      return new Plan(
          clients,
          faults.contains("u"),
          faults.contains("C"),
          faults.contains("P"),
          faults.contains("K"));
    }

    boolean isFaultFree() {
      return !unreliable && !crash && !partitions;
    }
  }

  private final KvContext context;
  private final TestContext test;
  private final Cluster cluster;
  private final Plan plan;
  private final Workload workload;
  private int stoppedRounds;

  private KvRun(KvContext context, Plan plan) {
    this.context = context;
    this.test = context.test();
    this.cluster = context.cluster();
    this.plan = plan;
    this.workload = context.clients().workload(context, plan);
  }

  static void run(KvContext context, Plan plan) {
    KvRun run = new KvRun(context, plan);
    if (plan.unreliable()) {
      run.test.unreliable();
    }
    for (int round = 0; round < ROUNDS; round++) {
      run.round(round);
    }
  }

  private void round(int round) {
    List<Promise<Boolean>> working = new ArrayList<>();
    for (int client = 0; client < plan.clients(); client++) {
      ClientNode node = context.client(client);
      working.add(
          node.start(
              "client",
              () -> {
                workload.work(node, () -> stoppedRounds > round);
                return true;
              }));
    }
    if (plan.crash() && workload.goesOnAfterCrash()) {
      test.sleep(test.faults().nextLong(UNDISTURBED_MILLIS, WORK_MILLIS));
      restartAll();
    }
    disturb();
    stoppedRounds++;
    if (plan.partitions()) {
      test.network().healAll();
      test.sleep(TestContext.ELECTION_MILLIS);
    }
    if (plan.crash()) {
      restartAll();
    }
    for (int client = 0; client < plan.clients(); client++) {
      context.finish(working.get(client), "the last operation of C" + client, STOP_SECONDS);
    }
    ClientNode checker = context.own(0);
    context.finish(
        checker.start(
            "client",
            () -> {
              workload.check(checker);
              return true;
            }),
        "reading what came of it",
        STOP_SECONDS);
    context.checkStorage();
  }

  private void disturb() {
    if (!plan.partitions()) {
      test.sleep(WORK_MILLIS);
      return;
    }
    long end = test.now() + TimeUnit.MILLISECONDS.toNanos(WORK_MILLIS);
    test.sleep(UNDISTURBED_MILLIS);
    while (test.now() < end) {
      test.network().partition(halves());
      test.sleep(PARTITION_MILLIS + test.faults().nextInt(MORE_PARTITION_MILLIS));
    }
  }

  /** Puts each server into one of two groups, at random; one of them may be empty. */
  private List<Set<Integer>> halves() {
    List<Set<Integer>> groups = List.of(new HashSet<>(), new HashSet<>());
    for (int server = 0; server < test.servers(); server++) {
      groups.get(test.faults().nextInt(2)).add(server);
    }
    return Collections.unmodifiableList(groups);
  }

  private void restartAll() {
    for (int server = 0; server < test.servers(); server++) {
      cluster.crash(server);
    }
    test.sleep(DOWN_MILLIS);
    for (int server = 0; server < test.servers(); server++) {
      test.bringBack(server);
    }
  }
}
