package io.raftbed.suite;

import io.raftbed.lab.AppendEntriesArgs;
import io.raftbed.net.Hold;
import io.raftbed.trace.FailureKind;
import java.util.Arrays;

/**
 * Sets scenes: who can call whom, and so who leads. Links are directed and a call's reply comes
 * back on its link, so a server that may call others can win their votes while it hears of nobody.
 */
public final class Stage {
  private static final long ELECTION_LIMIT_MILLIS = 20_000;

  /** A clock so slow runs at a tenth of its rate. */
  private static final int SLOW_PPM = -900_000;

  private final TestContext context;

  /** Makes a stage of the servers of a run. */
  public Stage(TestContext context) {
    this.context = context;
  }

  /** Returns all servers in a drawn order, so that the ids of a script's roles vary. */
  public int[] cast() {
    int[] servers = new int[context.servers()];
    for (int i = 0; i < servers.length; i++) {
      int j = context.faults().nextInt(i + 1);
      servers[i] = servers[j];
      servers[j] = i;
    }
    return servers;
  }

  /** Draws a number from a range, both ends included. */
  public int draw(int min, int max) {
    return context.faults().nextInt(min, max + 1);
  }

  /** Lets the calls of a server to others through. */
  public void open(int from, int... to) {
    for (int server : to) {
      if (context.network().isCut(from, server)) {
        context.network().heal(from, server);
      }
    }
  }

  /** Cuts the calls of a server to others. */
  public void close(int from, int... to) {
    for (int server : to) {
      if (!context.network().isCut(from, server)) {
        context.network().cut(from, server);
      }
    }
  }

  /** Cuts all links between servers. */
  void silence() {
    for (int from = 0; from < context.servers(); from++) {
      for (int to = 0; to < context.servers(); to++) {
        if (from != to) {
          close(from, to);
        }
      }
    }
  }

  /** Lets one server call some others, and cuts all other links between servers. */
  void onlyCalls(int caller, int... reached) {
    silence();
    open(caller, reached);
  }

  /** Makes a server the leader, which then can call its electorate, and nobody else can call. */
  public void lead(int leader, int... electorate) {
    onlyCalls(leader, electorate);
    elect(leader, electorate);
  }

  /** Makes servers that hear of nobody wait ten times as long before they stand for election. */
  void slow(int... servers) {
    for (int server : servers) {
      context.cluster().drift(server, SLOW_PPM);
    }
  }

  /**
   * Lets a server win an election among those that it can call already. Servers that hear of nobody
   * stand for election and so raise their terms on and on; slowed down, they are overtaken by the
   * future leader, which learns of their terms from their replies.
   */
  void elect(int leader, int... electorate) {
    slow(electorate);
    boolean elected =
        context.await(
            ELECTION_LIMIT_MILLIS, () -> isFollowedBy(context.servers() / 2, leader, electorate));
    context.check(
        elected,
        FailureKind.LIVENESS,
        "no leader: S" + leader + " was not elected within 20 s",
        "its log is up to date, only it could win, and a majority answered its calls: S"
            + leader
            + " and "
            + Arrays.toString(electorate),
        "it says " + context.describe(leader));
    for (int server : electorate) {
      context.cluster().drift(server, 0);
    }
  }

  /** Returns whether a server leads, and so many of its electorate are in its term. */
  boolean isFollowedBy(int followers, int leader, int... electorate) {
    int term = context.term(leader);
    long following = Arrays.stream(electorate).filter(s -> context.term(s) == term).count();
    return context.leads(leader) && following >= followers;
  }

  /** Holds what a leader sends to add to the logs of others; heartbeats without entries pass. */
  Hold holdEntries(int from) {
    return context
        .network()
        .holdRequests(message ->
            message.from() == from
                && message.body() instanceof AppendEntriesArgs args
                && !args.entries().isEmpty());
  }
}
