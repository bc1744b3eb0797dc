package io.raftbed.suite;

import io.raftbed.cluster.Cluster;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Changes of members while clients work, and all else happens. */
final class ChangesUnderLoad {
  private static final int ROUNDS = 12;
  private static final int FEWEST = 3;

  private final TestContext context;
  private final Cluster cluster;
  private final MemberChanges changes;

  private ChangesUnderLoad(TestContext context, MemberChanges changes) {
    this.context = context;
    this.cluster = context.cluster();
    this.changes = changes;
  }

  private static ChangesUnderLoad of(TestContext context) {
    return new ChangesUnderLoad(context, new MemberChanges(context));
  }

  private static ChangesUnderLoad of(KvContext context) {
    return new ChangesUnderLoad(context.test(), MemberChanges.belowClients(context.test()));
  }

  /** Commands come in all the time, over a network that loses and delays messages. */
  static void unreliable(TestContext context) {
    ChangesUnderLoad test = of(context);
    context.unreliable();
    test.changes.join(3, 4);
    for (int[] target : new int[][] {{0, 1, 2, 3, 4}, {1, 3, 4}, {0, 1, 2, 3}, {0, 1, 2}}) {
      Thread load = test.cluster.spawn("load", () -> context.load(1_500_000));
      test.changes.become(target);
      Threads.join(List.of(load));
      context.agree(target.length / 2 + 1);
    }
  }

  /** Any change, crash and partition at any time. */
  static void churn(TestContext context) {
    ChangesUnderLoad test = of(context);
    test.joinAll();
    if (context.faults().nextBoolean()) {
      context.unreliable();
    }
    for (int round = 0; round < ROUNDS; round++) {
      Thread load =
          test.cluster.spawn("load", () -> context.load(context.workload().nextLong(600_000)));
      test.disturb();
      Threads.join(List.of(load));
    }
    context.endFaults();
    test.restartDown();
    test.changes.becomeAndAgree(test.draw());
  }

  /** Clients of a service go on while its servers are replaced. */
  static void clients(KvContext context) {
    ChangesUnderLoad test = of(context);
    KvLoad load = KvLoad.start(context, 3);
    test.joinAll();
    for (int round = 0; round < 4; round++) {
      test.changes.become(test.draw());
      context.test().sleep(context.test().faults().nextLong(400));
    }
    load.stop();
  }

  /** Clients of a service go on while its servers are replaced, crash and are cut off. */
  static void clientsAndFaults(KvContext context) {
    TestContext test = context.test();
    ChangesUnderLoad changing = of(context);
    KvLoad load = KvLoad.start(context, 3);
    changing.joinAll();
    for (int round = 0; round < ROUNDS; round++) {
      changing.disturb();
      test.sleep(test.faults().nextLong(300));
    }
    test.endFaults();
    changing.restartDown();
    changing.changes.become(changing.draw());
    load.stop();
  }

  private void joinAll() {
    servers().filter(server -> !cluster.inService(server)).forEach(cluster::join);
  }

  private void disturb() {
    int server = context.faults().nextInt(context.servers());
    switch (context.faults().nextInt(8)) {
      case 0, 1, 2 -> changes.ask(draw());
      case 3 -> changes.leader().ifPresent(cluster::crash);
      case 4 -> cluster.crash(server);
      case 5 -> restartDown();
      case 6 -> context.network().partition(halves());
      default -> context.network().healAll();
    }
    context.sleep(context.faults().nextLong(400));
  }

  private void restartDown() {
    servers().filter(server -> !cluster.running(server)).forEach(context::bringBack);
  }

  private List<Set<Integer>> halves() {
    List<Set<Integer>> groups = List.of(new TreeSet<>(), new TreeSet<>());
    servers().forEach(server -> groups.get(context.faults().nextInt(2)).add(server));
    return groups;
  }

  private int[] draw() {
    int size = context.faults().nextInt(FEWEST, context.servers() + 1);
    int[] cast = new Stage(context).cast();
    return IntStream.of(cast).limit(size).sorted().toArray();
  }

  private IntStream servers() {
    return IntStream.range(0, context.servers());
  }
}
