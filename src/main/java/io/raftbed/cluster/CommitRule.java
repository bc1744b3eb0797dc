package io.raftbed.cluster;

import io.raftbed.lab.AppendEntriesArgs;
import io.raftbed.lab.AppendEntriesReply;
import io.raftbed.lab.InstallSnapshotArgs;
import io.raftbed.lab.InstallSnapshotReply;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A leader commits by counting replicas only up to an entry of its own term (Raft paper, sections
 * 5.3 and 5.4.2): no leaderCommit and no snapshot goes beyond what a quorum had acknowledged to the
 * leader of some term T, up to an entry of term T.
 *
 * <p>Why a single number for all terms is enough: what was once committed so stays committed (who
 * lacks it is {@link LeaderCompleteness}'s business), and a server may carry its commitIndex from
 * an earlier leadership, or from its snapshot, into a later one. Everything in doubt is counted in
 * the leader's favour: an acknowledgement counts when it was answered, even if its reply is lost or
 * its term field was read late, and the leader always counts itself.
 */
final class CommitRule implements Invariant {
  private final int servers;
  private final Violations violations;
  private final Map<Integer, Leadership> leaderships = new HashMap<>();
  private int committed;

  CommitRule(int servers, Violations violations) {
    this.servers = servers;
    this.violations = violations;
  }

  @Override
  public void sent(int from, int to, Record request) {
    switch (request) {
      case AppendEntriesArgs args -> {
        leadership(args.term(), from).show(args);
        check(from, args.term(), "leaderCommit", args.leaderCommit());
      }
      case InstallSnapshotArgs args ->
          check(from, args.term(), "lastIncludedIndex", args.lastIncludedIndex());
      default -> {}
    }
  }

  @Override
  public void answered(int server, int caller, Record request, Record reply) {
    if (request instanceof AppendEntriesArgs args
        && reply instanceof AppendEntriesReply answer
        && answer.success()) {
      int index = args.prevLogIndex() + args.entries().size();
      leadership(args.term(), caller).acknowledge(server, index);
    } else if (request instanceof InstallSnapshotArgs args
        && reply instanceof InstallSnapshotReply answer
        && answer.term() <= args.term()) {
      leadership(args.term(), caller).acknowledge(server, args.lastIncludedIndex());
    }
  }

  private Leadership leadership(int term, int leader) {
    return leaderships.computeIfAbsent(term, t -> new Leadership(t, leader));
  }

  private void check(int leader, int term, String field, int index) {
    if (index > committed) {
      Leadership leadership = leadership(term, leader);
      violations.broken(
          "S"
              + leader
              + ", leader of term "
              + term
              + ", takes index "
              + index
              + " for committed, which is not",
          List.of(violations.now(leader)),
          field + " is " + index + "; committed is index " + committed,
          "acknowledged in term " + term + ": " + leadership.acknowledged(),
          leadership.ownEntries());
    }
  }

  /** What one term's leader has shown and what it was told. */
  private final class Leadership {
    private final int term;
    private final int leader;
    private final int[] match = new int[servers];

    /** Where its own term's entries begin; terms never fall along a log, so all after are its. */
    private int firstOwn = Integer.MAX_VALUE;

    private int replicated;

    Leadership(int term, int leader) {
      this.term = term;
      this.leader = leader;
    }

    void show(AppendEntriesArgs args) {
      if (args.prevLogTerm() == term) {
        firstOwn = Math.min(firstOwn, args.prevLogIndex());
      }
      for (int i = 0; i < args.entries().size() && args.prevLogIndex() + 1 + i < firstOwn; i++) {
        if (args.entries().get(i).term() == term) {
          firstOwn = args.prevLogIndex() + 1 + i;
        }
      }
    }

    void acknowledge(int server, int index) {
      if (server != leader && index > match[server]) {
        match[server] = index;
        if (index > replicated && majorityHasMore()) {
          replicated = replicatedByMajority();
        }
        if (replicated >= firstOwn) {
          committed = Math.max(committed, replicated);
        }
      }
    }

    private boolean majorityHasMore() {
      int having = 1; // the leader
      for (int index : match) {
        having += index > replicated ? 1 : 0;
      }
      return having > servers / 2;
    }

    private int replicatedByMajority() {
      int[] sorted = match.clone();
      sorted[leader] = Integer.MAX_VALUE;
      Arrays.sort(sorted);
      return sorted[(servers - 1) / 2];
    }

    String acknowledged() {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < servers; i++) {
        text.append(i == 0 ? "S" : ", S").append(i);
        text.append(i == leader ? " leads" : " up to " + match[i]);
      }
      return text.toString();
    }

    String ownEntries() {
      return firstOwn == Integer.MAX_VALUE
          ? "it has shown no entry of its own term"
          : "its own term's entries begin at index " + firstOwn;
    }
  }
}
