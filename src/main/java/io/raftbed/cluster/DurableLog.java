package io.raftbed.cluster;

import io.raftbed.lab.AppendEntriesArgs;
import io.raftbed.lab.AppendEntriesReply;
import io.raftbed.lab.ApplyMsg;
import io.raftbed.lab.InstallSnapshotArgs;
import io.raftbed.lab.RequestVoteArgs;
import io.raftbed.trace.Moment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a follower acknowledged to the leader of a term it still holds while no later leader has
 * spoken to it: it does not refuse to build upon it, and its own candidacy shows a log at least as
 * long. It breaks when the log is not durable, or is cut by a late or repeated message.
 *
 * <p>Why so many conditions. Handlers of one server overlap, and messages are late: a refusal is
 * judged only when no request with its prevLogIndex had been sent before the acknowledgement was
 * answered. A server that dropped a prefix into a snapshot, or has applied it, may refuse to look
 * at it again. RequestVote of a later term was made after the server left the acknowledged term, so
 * it has all of it; one of an older term may be late and is not judged. A later leader may cut the
 * log, so its first message ends the claim.
 */
final class DurableLog implements Invariant {
  private final Violations violations;
  private final Follower[] followers;
  private long clock;

  DurableLog(int servers, Violations violations) {
    this.violations = violations;
    followers = new Follower[servers];
    for (int i = 0; i < servers; i++) {
      followers[i] = new Follower();
    }
  }

  @Override
  public void booted(int node) {
    followers[node].applied = 0;
  }

  @Override
  public void snapshotted(int node, int index) {
    Follower follower = followers[node];
    follower.compacted = Math.max(follower.compacted, index);
  }

  @Override
  public void applied(int node, ApplyMsg msg) {
    followers[node].applied =
        switch (msg) {
          case ApplyMsg.Command command -> command.index();
          case ApplyMsg.Snapshot snapshot -> snapshot.index();
        };
  }

  @Override
  public void sent(int from, int to, Record request) {
    clock++;
    switch (request) {
      case AppendEntriesArgs args -> {
        Follower follower = followers[to];
        follower.hear(args.term());
        if (args.term() == follower.term) {
          follower.firstSent.putIfAbsent(args.prevLogIndex(), clock);
        }
      }
      case InstallSnapshotArgs args -> {
        followers[to].hear(args.term());
        snapshotted(to, args.lastIncludedIndex());
      }
      case RequestVoteArgs args -> checkCandidate(from, args);
      default -> {}
    }
  }

  @Override
  public void answered(int server, int caller, Record request, Record reply) {
    clock++;
    Follower follower = followers[server];
    if (request instanceof AppendEntriesArgs args
        && reply instanceof AppendEntriesReply answer
        && args.term() == follower.term) {
      if (answer.success()) {
        follower.acknowledge(
            args.prevLogIndex() + args.entries().size(),
            new Acknowledged(clock, violations.now(server)));
      } else if (answer.term() == args.term()) {
        checkRefusal(server, caller, args);
      }
    }
  }

  private void checkRefusal(int server, int caller, AppendEntriesArgs args) {
    Follower follower = followers[server];
    int index = args.prevLogIndex();
    Map.Entry<Integer, Acknowledged> acknowledged = follower.acknowledged.ceilingEntry(index);
    if (acknowledged != null
        && index > Math.max(follower.compacted, follower.applied)
        && follower.firstSent.getOrDefault(index, 0L) > acknowledged.getValue().when()) {
      violations.broken(
          "S" + server + " lost entries that it had acknowledged in term " + args.term(),
          List.of(acknowledged.getValue().moment(), violations.now(server)),
          "it acknowledged index " + acknowledged.getKey() + " to S" + caller,
          "it now refuses AppendEntries after index " + index + " of the same leader and term");
    }
  }

  private void checkCandidate(int server, RequestVoteArgs args) {
    Follower follower = followers[server];
    if (args.term() > follower.term
        && !follower.acknowledged.isEmpty()
        && args.lastLogIndex() < follower.acknowledged.lastKey()) {
      violations.broken(
          "S" + server + " lost entries that it had acknowledged in term " + follower.term,
          List.of(follower.acknowledged.lastEntry().getValue().moment(), violations.now(server)),
          "it acknowledged index " + follower.acknowledged.lastKey(),
          "as candidate of term " + args.term() + " its log ends at index " + args.lastLogIndex());
    }
  }

  /** When something was acknowledged, by this invariant's clock and in virtual time. */
  private record Acknowledged(long when, Moment moment) {}

  /** One server in the term of the latest leader that spoke to it. */
  private static final class Follower {
    int term;
    int applied;
    int compacted;

    /** By prevLogIndex: when the leader first sent it. */
    final Map<Integer, Long> firstSent = new HashMap<>();

    /** By index, growing: when it was acknowledged. */
    final TreeMap<Integer, Acknowledged> acknowledged = new TreeMap<>();

    void hear(int leaderTerm) {
      if (leaderTerm > term) {
        term = leaderTerm;
        firstSent.clear();
        acknowledged.clear();
      }
    }

    void acknowledge(int index, Acknowledged when) {
      if (index > 0 && (acknowledged.isEmpty() || index > acknowledged.lastKey())) {
        acknowledged.put(index, when);
      }
    }
  }
}
