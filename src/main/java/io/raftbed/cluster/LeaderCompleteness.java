package io.raftbed.cluster;

import io.raftbed.lab.AppendEntriesArgs;
import io.raftbed.lab.InstallSnapshotArgs;
import io.raftbed.lab.LogEntry;
import java.util.Arrays;
import java.util.List;

/**
 * Leader Completeness (Raft paper, Figure 3): what a leader has claimed committed (at or below its
 * leaderCommit, or under a snapshot) stands, with the same term, in the log of every leader of a
 * later term; and nobody ever claims another entry at that index.
 *
 * <p>Why the claimant's term matters: a deposed leader may go on showing its own, never committed
 * entries at indexes that a later leader has committed long since. Only leaders of the claimant's
 * term and later ones must agree. Index 0 and terms below 1 stand for "nothing" and are not judged.
 */
final class LeaderCompleteness implements Invariant {
  private final Violations violations;

  /** By index: the term of the committed entry, 0 where none is known. */
  private int[] committed = new int[64];

  /** By index: the lowest term whose leader claimed it. */
  private int[] claimedIn = new int[64];

  private int last;

  /** (0, index) to when it was first claimed. */
  private final MomentTable claimedAt;

  LeaderCompleteness(Violations violations) {
    this.violations = violations;
    claimedAt = new MomentTable(violations);
  }

  @Override
  public void sent(int from, int to, Record request) {
    switch (request) {
      case AppendEntriesArgs args -> {
        Claim claim = new Claim(from, args.term(), args.leaderCommit());
        show(claim, args.prevLogIndex(), args.prevLogTerm());
        List<LogEntry> entries = args.entries();
        int judged = Math.max(args.leaderCommit(), last) - args.prevLogIndex();
        for (int i = 0; i < Math.min(entries.size(), judged); i++) {
          show(claim, args.prevLogIndex() + 1 + i, entries.get(i).term());
        }
      }
      case InstallSnapshotArgs args -> {
        Claim claim = new Claim(from, args.term(), args.lastIncludedIndex());
        show(claim, args.lastIncludedIndex(), args.lastIncludedTerm());
      }
      default -> {}
    }
  }

  private void show(Claim claim, int index, int entryTerm) {
    if (index <= 0 || entryTerm <= 0) {
      return;
    }
    boolean claimed = index <= claim.upTo();
    int known = index <= last ? committed[index] : 0;
    if (known == 0) {
      if (claimed) {
        record(index, entryTerm, claim.term());
        claimedAt.seen(0, index, claim.leader());
      }
    } else if (known != entryTerm) {
      if (claimed || claim.term() >= claimedIn[index]) {
        report(claim, index, entryTerm);
      }
    } else if (claimed && claim.term() < claimedIn[index]) {
      claimedIn[index] = claim.term();
    }
  }

  private void record(int index, int entryTerm, int claimTerm) {
    if (index >= committed.length) {
      int length = Math.max(index + 1, committed.length * 2);
      committed = Arrays.copyOf(committed, length);
      claimedIn = Arrays.copyOf(claimedIn, length);
    }
    committed[index] = entryTerm;
    claimedIn[index] = claimTerm;
    last = Math.max(last, index);
  }

  private void report(Claim claim, int index, int entryTerm) {
    violations.broken(
        "S"
            + claim.leader()
            + ", leader of term "
            + claim.term()
            + ", lacks the committed entry at index "
            + index,
        List.of(claimedAt.of(0, index), violations.now(claim.leader())),
        "committed is an entry of term "
            + committed[index]
            + ", claimed so in term "
            + claimedIn[index],
        "S"
            + claim.leader()
            + " shows an entry of term "
            + entryTerm
            + (index <= claim.upTo() ? " and claims it committed" : ""));
  }

  /** Who speaks, and up to which index it takes its log for committed. */
  private record Claim(int leader, int term, int upTo) {}
}
