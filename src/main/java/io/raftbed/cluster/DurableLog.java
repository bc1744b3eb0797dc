package io.raftbed.cluster;

import io.raftbed.lab.AppendEntriesArgs;
import io.raftbed.lab.AppendEntriesReply;
import io.raftbed.lab.ApplyMsg;
import io.raftbed.lab.InstallSnapshotArgs;
import io.raftbed.lab.RequestVoteArgs;
import io.raftbed.trace.Moment;
import java.util.List;

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

  DurableLog(Electorates electorates, Violations violations) {
    this.violations = violations;
    followers = new Follower[electorates.servers()];
    for (int i = 0; i < followers.length; i++) {
      followers[i] = new Follower();
    }
  }

  @Override
  public void booted(int node) {
    followers[node].applied = 0;
  }

  @Override
  public void wiped(int node) {
    followers[node] = new Follower();
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
          follower.send(args.prevLogIndex(), clock);
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
        follower.acknowledged.add(
            args.prevLogIndex() + args.entries().size(),
            clock,
            violations.now(server).virtualNanos());
      } else if (answer.term() == args.term()) {
        checkRefusal(server, caller, args);
      }
    }
  }

  private void checkRefusal(int server, int caller, AppendEntriesArgs args) {
    Follower follower = followers[server];
    int index = args.prevLogIndex();
    Acknowledgements acknowledged = follower.acknowledged;
    if (index > Math.max(follower.compacted, follower.applied)
        && index <= acknowledged.last()
        && follower.firstSent.get(args.term(), index) > acknowledged.timeOfCovering(index)) {
      violations.broken(
          "S" + server + " lost entries that it had acknowledged in term " + args.term(),
          moments(server, index),
          "it acknowledged index " + acknowledged.covering(index) + " to S" + caller,
          "it now refuses AppendEntries after index " + index + " of the same leader and term");
    }
  }

  /** Returns when a server acknowledged an index that it now shows to be lost. */
  private List<Moment> moments(int server, int index) {
    long acknowledged = followers[server].acknowledged.nanosOfCovering(index);
    return List.of(new Moment(server, acknowledged), violations.now(server));
  }

  private void checkCandidate(int server, RequestVoteArgs args) {
    Follower follower = followers[server];
    if (args.term() > follower.term && args.lastLogIndex() < follower.acknowledged.last()) {
      violations.broken(
          "S" + server + " lost entries that it had acknowledged in term " + follower.term,
          moments(server, follower.acknowledged.last()),
          "it acknowledged index " + follower.acknowledged.last(),
          "as candidate of term " + args.term() + " its log ends at index " + args.lastLogIndex());
    }
  }

  /** One server in the term of the latest leader that spoke to it. */
  private static final class Follower {
    int term;
    int applied;
    int compacted;

    final Acknowledgements acknowledged = new Acknowledgements();

    /** (term, prevLogIndex) to when the leader first sent it. */
    PairTable firstSent = new PairTable();

    void hear(int leaderTerm) {
      if (leaderTerm > term) {
        term = leaderTerm;
        firstSent = new PairTable();
        acknowledged.clear();
      }
    }

    void send(int prevLogIndex, long when) {
      if (firstSent.get(term, prevLogIndex) == PairTable.ABSENT) {
        firstSent.put(term, prevLogIndex, when);
      }
    }
  }
}
