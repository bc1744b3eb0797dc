package io.raftbed.suite;

import io.raftbed.cluster.Cluster;
import io.raftbed.net.Chances;
import io.raftbed.net.Profile;
import io.raftbed.sim.Delay;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** What befalls the network, the clocks and the services while clients work. */
final class FaultsUnderLoad {

  private static final int CLIENTS = 3;
  private static final int ROUNDS = 8;
  private static final int MOST_DRIFT_PPM = 150_000;
  private static final long LONGEST_JUMP_NANOS = TimeUnit.HOURS.toNanos(3);
  private static final int SLOWEST_SERVICE_MILLIS = 60;

  private final KvContext context;
  private final TestContext test;
  private final Cluster cluster;
  private final KvStage stage;
  private final KvLoad load;

  private FaultsUnderLoad(KvContext context) {
    this.context = context;
    this.test = context.test();
    this.cluster = context.cluster();
    this.stage = new KvStage(context);
    this.load = KvLoad.start(context, CLIENTS);
  }

  /** Each leader is cut off soon after it was elected, and comes back when the next one is. */
  static void flappingLinks(KvContext context) {
    new FaultsUnderLoad(context).rounds(FaultsUnderLoad::flap);
  }

  /** Single directions of links are cut, and single ones lose what is answered to clients. */
  static void oneWayLinks(KvContext context) {
    new FaultsUnderLoad(context).rounds(FaultsUnderLoad::cutOneWay);
  }

  /** Clocks run at rates of their own and jump, and servers stand still. */
  static void clocks(KvContext context) {
    new FaultsUnderLoad(context).rounds(FaultsUnderLoad::disturbClocks);
  }

  /** Services take their time for each command, while leaders change. */
  static void slowServices(KvContext context) {
    new FaultsUnderLoad(context).rounds(FaultsUnderLoad::slowDown);
  }

  /** Messages are late, repeated and overtaken, and a server lags. */
  static void reordering(KvContext context) {
    FaultsUnderLoad faults = new FaultsUnderLoad(context);
    int slowest = context.test().faults().nextInt(20, 120);
    double repeats = context.test().faults().nextDouble(0.1, 0.4);
    context
        .test()
        .note("drawn: requests take up to %d ms, %.2f are repeated".formatted(slowest, repeats));
    Delay late = new Delay.LongTail(0, slowest * 1_000_000L);
    Profile profile =
        Profile.RELIABLE
            .withShortNoReply()
            .withDelays(late, late)
            .withChances(new Chances(0.03, 0.03, repeats, 0.02));
    faults.rounds(each -> each.lagAmid(profile));
  }

  private void rounds(Consumer<FaultsUnderLoad> round) {
    for (int i = 0; i < ROUNDS; i++) {
      round.accept(this);
    }
    stage.heal();
    load.stop();
  }

  private void flap() {
    int leader = stage.awaitLeader();
    test.sleep(stage.servers().draw(20, 300));
    boolean led = test.leads(leader);
    cluster.disconnect(leader);
    int next = stage.awaitLeader();
    context.situation(led && next != leader);
    cluster.connect(leader);
  }

  private void cutOneWay() {
    int leader = stage.awaitLeader();
    for (int cuts = stage.servers().draw(1, 4); cuts > 0; cuts--) {
      int from = test.faults().nextInt(test.servers());
      int to = (from + stage.servers().draw(1, test.servers() - 1)) % test.servers();
      stage.servers().close(from, to);
    }
    stage.servers().close((leader + 1) % test.servers(), leader);
    context.situation(test.leads(leader));
    int client = context.client(test.faults().nextInt(CLIENTS)).node();
    test.network()
        .use(
            client,
            leader,
            test.network().profile(client, leader).withChances(new Chances(0, 1, 0, 0)));
    test.sleep(stage.servers().draw(300, 900));
    stage.heal();
  }

  private void disturbClocks() {
    for (int server = 0; server < test.servers(); server++) {
      cluster.drift(server, test.faults().nextInt(-MOST_DRIFT_PPM, MOST_DRIFT_PPM + 1));
      cluster.jump(server, test.faults().nextLong(-LONGEST_JUMP_NANOS, LONGEST_JUMP_NANOS));
    }
    int leader = stage.awaitLeader();
    cluster.pause(leader);
    test.sleep(stage.servers().draw(200, 1_200));
    cluster.resume(leader);
    context.situation(cluster.running(leader));
    test.sleep(stage.servers().draw(0, 300));
  }

  private void slowDown() {
    for (int server = 0; server < test.servers(); server++) {
      cluster.slowService(server, stage.servers().draw(0, SLOWEST_SERVICE_MILLIS));
    }
    int leader = stage.awaitLeader();
    cluster.slowService(leader, SLOWEST_SERVICE_MILLIS);
    test.sleep(stage.servers().draw(200, 500));
    context.situation(cluster.appliedCount(cluster.lastApplied()) < test.servers());
    cluster.disconnect(leader);
    stage.awaitLeader();
    test.sleep(stage.servers().draw(0, 200));
    cluster.connect(leader);
  }

  private void lagAmid(Profile profile) {
    int victim = test.faults().nextInt(test.servers());
    cluster.disconnect(victim);
    test.sleep(stage.servers().draw(300, 700));
    use(profile);
    int before = cluster.lastApplied();
    cluster.connect(victim);
    test.sleep(stage.servers().draw(300, 800));
    context.situation(cluster.lastApplied() > before);
    test.reliable();
  }

  /**
   * Repeats no request of a client that still waits for its answer: whoever asks the versioned
   * service once must not be refused for what that very request has done.
   */
  private void use(Profile profile) {
    test.network().use(profile);
    Profile once = profile.withChances(new Chances(0.03, 0.03, 0, 0.02));
    for (int client = 0; client < CLIENTS; client++) {
      for (int server = 0; server < test.servers(); server++) {
        test.network().use(context.client(client).node(), server, once);
      }
    }
  }
}
