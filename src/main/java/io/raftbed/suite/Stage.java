package io.raftbed.suite;

import io.raftbed.lab.AppendEntriesArgs;
import io.raftbed.net.Hold;
import io.raftbed.trace.FailureKind;
import java.util.Arrays;

/**
 * Sets scenes: who can call whom, and so who leads. Links are directed and a call's reply comes back
 * on its link, so a server that may call others can win their votes while it hears of nobody.
 */
final class Stage {
  /**
   * The other servers campaign in vain all the while, each pushing its own term on, so the wanted
   * leader must catch a moment at which its term is ahead of a majority: 1 in 100 times that takes
   * 20 s, and so 1 in 10 million times this long.
   */
  private static final long ELECTION_LIMIT_MILLIS = 80_000;

  private final TestContext context;

  Stage(TestContext context) {
    this.context = context;
  }

  /** Returns all servers in a drawn order, so that the ids of a script's roles vary. */
  int[] cast() {
    int[] servers = new int[context.servers()];
    for (int i = 0; i < servers.length; i++) {
      int j = context.faults().nextInt(i + 1);
      servers[i] = servers[j];
      servers[j] = i;
    }
    return servers;
  }

  /** Draws a number from a range, both ends included. */
  int draw(int min, int max) {
    return context.faults().nextInt(min, max + 1);
  }

  void open(int from, int... to) {
    for (int server : to) {
      if (context.network().isCut(from, server)) {
        context.network().heal(from, server);
      }
    }
  }

  void close(int from, int... to) {
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

  /** Makes a server the leader: only it can call, and the electorate makes it a majority. */
  void lead(int leader, int... electorate) {
    onlyCalls(leader, electorate);
    awaitLeader(leader, electorate);
  }

  /** Waits until a server leads a term that a majority is in. */
  void awaitLeader(int leader, int... electorate) {
    boolean elected =
        context.await(
            ELECTION_LIMIT_MILLIS,
            () -> context.leads(leader) && followers(leader, electorate) >= context.servers() / 2);
    context.check(
        elected,
        FailureKind.LIVENESS,
        "no leader: S" + leader + " was not elected within 80 s",
        "it could call and be answered by " + Arrays.toString(electorate)
            + ", its log is up to date, and no other server could call a majority",
        "it says " + context.describe(leader));
  }

  /** Holds what a leader sends to add to the logs of others; heartbeats without entries pass. */
  Hold holdEntries(int from) {
    return context
        .network()
        .holdRequests(
            message ->
                message.from() == from
                    && message.body() instanceof AppendEntriesArgs args
                    && !args.entries().isEmpty());
  }

  private long followers(int leader, int... electorate) {
    int term = context.term(leader);
    return Arrays.stream(electorate).filter(server -> context.term(server) == term).count();
  }
}
