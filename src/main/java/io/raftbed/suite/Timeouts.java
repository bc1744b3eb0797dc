package io.raftbed.suite;

import io.raftbed.cluster.Cluster;
import io.raftbed.net.Chances;
import io.raftbed.net.Profile;
import io.raftbed.trace.FailureKind;

/**
 * What must not put an election off: a follower waits for the leader of its own term, or for a
 * candidate that gets its vote, and for nobody else (Figure 2, rules for followers).
 */
final class Timeouts {
  private static final int ROUNDS = 3;
  private static final long ELECTION_LIMIT_MILLIS = 20_000;

  /** A clock so slow runs at a quarter of its rate. */
  private static final int SLOW_PPM = -750_000;

  private static final Profile REPLIES_LOST = Profile.RELIABLE.withChances(new Chances(0, 1, 0, 0));

  private final TestContext context;
  private final Cluster cluster;

  private Timeouts(TestContext context) {
    this.context = context;
    this.cluster = context.cluster();
  }

  /** A deposed leader goes on with its heartbeats, as no reply gets through to it. */
  static void staleLeader(TestContext context) {
    new Timeouts(context).staleLeader();
  }

  /** A server with an outdated log asks for votes more often than the others time out. */
  static void outdatedCandidate(TestContext context) {
    new Timeouts(context).outdatedCandidate();
  }

  private void staleLeader() {
    for (int round = 0; round < ROUNDS; round++) {
      int stale = cluster.checkOneLeader();
      cluster.disconnect(stale);
      int leader = cluster.checkOneLeader();
      cluster.disconnect(leader);
      for (int server = 0; server < context.servers(); server++) {
        if (cluster.connected(server)) {
          context.network().use(stale, server, REPLIES_LOST);
          context.network().heal(stale, server);
        }
      }
      cluster.checkOneLeader();
      context.endFaults();
    }
    cluster.checkOneLeader();
  }

  private void outdatedCandidate() {
    for (int round = 0; round < ROUNDS; round++) {
      context.agree(3);
      int leader = cluster.checkOneLeader();
      int outdated = (leader + context.faults().nextInt(1, 3)) % 3;
      int other = 3 - leader - outdated;
      cluster.disconnect(outdated);
      context.agree(2);
      cluster.disconnect(leader);
      cluster.drift(other, SLOW_PPM);
      cluster.connect(outdated);
      boolean elected = context.await(ELECTION_LIMIT_MILLIS, () -> context.leads(other));
      context.check(
          elected,
          FailureKind.LIVENESS,
          "no leader: S" + other + " was not elected within 20 s",
          "S" + outdated + ", whose log is outdated, asked it for its vote again and again",
          "a vote that is refused puts no election off",
          "it says " + context.describe(other));
      context.endFaults();
    }
    context.agree(3);
  }
}
