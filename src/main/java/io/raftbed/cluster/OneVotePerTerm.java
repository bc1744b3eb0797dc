package io.raftbed.cluster;

import io.raftbed.lab.AppendEntriesArgs;
import io.raftbed.lab.InstallSnapshotArgs;
import io.raftbed.lab.RequestVoteArgs;
import io.raftbed.lab.RequestVoteReply;
import java.util.List;

/**
 * A server votes for at most one candidate in a term, restarts or not (Raft paper, section 5.2). A
 * candidate votes for itself: sending RequestVote shows it.
 *
 * <p>Why one case is spared: a candidate that has heard of the term's leader may forget its vote
 * for itself. It cannot win any more, and the leader's voters alone are a majority, so its second
 * vote elects nobody. A vote given to another is never spared. Granting the same candidate twice is
 * legal: requests are repeated and duplicated.
 */
final class OneVotePerTerm implements Invariant {
  private final Violations violations;

  /** (term, server + 1) to the candidate it voted for. */
  private final PairTable votes = new PairTable();

  private final MomentTable votedAt;

  /** (term, server + 1) is present when the term's leader has sent the server something. */
  private final PairTable leaderHeard = new PairTable();

  OneVotePerTerm(Violations violations) {
    this.violations = violations;
    votedAt = new MomentTable(violations);
  }

  @Override
  public void sent(int from, int to, Record request) {
    switch (request) {
      case RequestVoteArgs args -> vote(from, args.term(), from);
      case AppendEntriesArgs args -> leaderHeard.put(args.term(), to + 1, 1);
      case InstallSnapshotArgs args -> leaderHeard.put(args.term(), to + 1, 1);
      default -> {}
    }
  }

  @Override
  public void answered(int server, int caller, Record request, Record reply) {
    if (request instanceof RequestVoteArgs args
        && reply instanceof RequestVoteReply answer
        && answer.voteGranted()) {
      vote(server, args.term(), caller);
    }
  }

  private void vote(int server, int term, int candidate) {
    long before = votes.get(term, server + 1);
    if (before == PairTable.ABSENT) {
      votes.put(term, server + 1, candidate);
      votedAt.seen(term, server + 1, server);
    } else if (before != candidate && !lostItsCandidacy(server, term, before, candidate)) {
      violations.broken(
          "S" + server + " voted twice in term " + term,
          List.of(votedAt.of(term, server + 1), violations.now(server)),
          "first for S" + before + ownCandidacy(server, before),
          "then for S" + candidate + ownCandidacy(server, candidate));
    } else if (candidate != server) {
      votes.put(term, server + 1, candidate);
    }
  }

  /** One of the two votes is the server's own, and the term's leader has spoken to it. */
  private boolean lostItsCandidacy(int server, int term, long before, int candidate) {
    boolean ownVote = before == server || candidate == server;
    return ownVote && leaderHeard.get(term, server + 1) != PairTable.ABSENT;
  }

  private static String ownCandidacy(int server, long candidate) {
    return candidate == server ? " (itself: it sent RequestVote)" : "";
  }
}
