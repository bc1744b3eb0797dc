package io.raftbed.suite;

import io.raftbed.cluster.Cluster;
import io.raftbed.lab.AppendEntriesArgs;
import io.raftbed.net.Hold;
import io.raftbed.net.MessageInFlight;
import io.raftbed.sim.Promise;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Sets scenes for services: which servers a client reaches, and what a leader can tell others. */
final class KvStage {

  private static final long SEEN_MILLIS = 3_000;
  private static final long SETTLE_MILLIS = 10;

  private final TestContext test;
  private final Cluster cluster;
  private final Stage servers;

  KvStage(KvContext context) {
    this.test = context.test();
    this.cluster = context.cluster();
    this.servers = new Stage(test);
  }

  /** Returns what decides which servers can call each other. */
  Stage servers() {
    return servers;
  }

  /**
   * Makes a server the leader, as {@link Stage#lead} does, and waits until all its electorate have
   * followed it long enough to have what it may begin its term with: a layer over Raft is free to
   * add a command of its own.
   */
  void leadOn(int leader, int... electorate) {
    int term;
    servers.lead(leader, electorate);
    do {
      test.await(SEEN_MILLIS, () -> servers.isFollowedBy(electorate.length, leader, electorate));
      term = test.term(leader);
      test.sleep(servers.draw(150, 250));
    } while (test.term(leader) != term);
  }

  /** Lets a client reach some servers, and no others. */
  void reach(KvCaller client, int... chosen) {
    for (int server = 0; server < test.servers(); server++) {
      int each = server;
      if (Arrays.stream(chosen).anyMatch(s -> s == each)) {
        servers.open(client.node(), server);
      } else {
        servers.close(client.node(), server);
      }
    }
  }

  /** Lets a client reach all servers. */
  void reachAll(KvCaller client) {
    for (int server = 0; server < test.servers(); server++) {
      servers.open(client.node(), server);
    }
  }

  /** Keeps copies of what a client asks servers. */
  Hold copiesFrom(KvCaller client) {
    return test.network().copyRequests(message -> message.from() == client.node());
  }

  /** Keeps back whatever servers answer a client. */
  Hold holdAnswersTo(KvCaller client) {
    return test.network().holdReplies(message -> message.to() == client.node());
  }

  /** Keeps back what tells others that a leader has committed more than it had by an index. */
  Hold holdNewsOfCommits(int leader, int committed) {
    return test.network()
        .holdRequests(message ->
            message.from() == leader
                && message.body() instanceof AppendEntriesArgs args
                && args.leaderCommit() > committed);
  }

  /**
   * Waits for an operation while messages are held, and ends that where it stands in the way: what
   * else clients and servers send is theirs to choose, such as a second try before the first one is
   * answered.
   */
  <T> T finishUnder(Hold hold, KvCaller client, Promise<T> operation, String what) {
    if (!test.await(SEEN_MILLIS, operation::done)) {
      hold.drop();
    }
    return client.finish(operation, what);
  }

  /** Waits until a message of some kind is there, and until its server had time to act on it. */
  boolean awaitMessage(Hold hold, Predicate<MessageInFlight> which) {
    boolean found = test.await(SEEN_MILLIS, () -> hold.messages().stream().anyMatch(which));
    test.sleep(2 * SETTLE_MILLIS);
    return found;
  }

  /** Cuts a server off from the other servers and from a client. */
  void depose(int leader, KvCaller client) {
    cluster.disconnect(leader);
    servers.close(client.node(), leader);
  }

  /** Returns a leader of the connected servers, as soon as there is one. */
  int awaitLeader() {
    int[] found = {-1};
    test.await(5 * TestContext.ELECTION_MILLIS, () -> (found[0] = anyLeader()) >= 0);
    return found[0] >= 0 ? found[0] : cluster.checkOneLeader();
  }

  /** Returns the leader of the highest term, -1 when there is none. */
  private int anyLeader() {
    return IntStream.range(0, test.servers())
        .filter(server -> cluster.connected(server) && test.leads(server))
        .boxed()
        .max(Comparator.comparingInt(test::term))
        .orElse(-1);
  }

  /**
   * Has a client write until the snapshots of some servers cover all that is applied now.
   *
   * @return whether they do
   */
  boolean coverBySnapshots(KvCaller writer, int... chosen) {
    int goal = cluster.lastApplied();
    for (int i = 0; i < 100 && !areCovered(goal, chosen); i++) {
      writer.finish(writer.put("filler", "f".repeat(150) + i), "a put");
    }
    return test.await(SEEN_MILLIS, () -> areCovered(goal, chosen));
  }

  private boolean areCovered(int goal, int... chosen) {
    return Arrays.stream(chosen).allMatch(server -> cluster.snapshotIndex(server) >= goal);
  }

  /** Crashes all servers and boots them again. */
  void restartAll() {
    for (int server = 0; server < test.servers(); server++) {
      cluster.crash(server);
    }
    test.sleep(servers.draw(0, 100));
    for (int server = 0; server < test.servers(); server++) {
      test.bringBack(server);
    }
  }

  /**
   * Ends all faults and waits until all servers have the same log and follow one leader, so that
   * any of them can be the next one.
   */
  void settle(KvCaller client) {
    heal();
    reachAll(client);
    client.finish(client.put("settled", ""), "a put where nothing stands in its way");
    test.sleep(5 * SETTLE_MILLIS);
    cluster.requireSettled();
  }

  /** Ends all faults and boots what is down. */
  void heal() {
    test.endFaults();
    for (int server = 0; server < test.servers(); server++) {
      if (!cluster.running(server)) {
        test.bringBack(server);
      }
    }
  }
}
