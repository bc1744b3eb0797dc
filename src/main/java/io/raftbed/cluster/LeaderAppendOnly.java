package io.raftbed.cluster;

import io.raftbed.lab.AppendEntriesArgs;
import io.raftbed.lab.InstallSnapshotArgs;
import io.raftbed.lab.LogEntry;
import java.util.List;

/**
 * Leader Append-Only (Raft paper, Figure 3): what the leader of a term shows at an index, as an
 * entry, as prevLogTerm or as lastIncludedTerm, never changes while the term lasts.
 *
 * <p>Messages are compared within their own term, so one that was made in an older term and leaves
 * late is judged by the log of that older term. Index 0 and terms below 1 stand for "nothing" and
 * differ from implementation to implementation; they are not judged.
 */
final class LeaderAppendOnly implements Invariant {
  private final Violations violations;

  /** (leader's term, index) to the term of the entry there. */
  private final PairTable shown = new PairTable();

  private final MomentTable shownAt;

  LeaderAppendOnly(Violations violations) {
    this.violations = violations;
    shownAt = new MomentTable(violations);
  }

  @Override
  public void sent(int from, int to, Record request) {
    switch (request) {
      case AppendEntriesArgs args -> {
        show(from, args.term(), args.prevLogIndex(), args.prevLogTerm());
        List<LogEntry> entries = args.entries();
        for (int i = 0; i < entries.size(); i++) {
          show(from, args.term(), args.prevLogIndex() + 1 + i, entries.get(i).term());
        }
      }
      case InstallSnapshotArgs args ->
          show(from, args.term(), args.lastIncludedIndex(), args.lastIncludedTerm());
      default -> {}
    }
  }

  private void show(int leader, int term, int index, int entryTerm) {
    if (index <= 0 || entryTerm <= 0) {
      return;
    }
    long before = shown.get(term, index);
    if (before == PairTable.ABSENT) {
      shown.put(term, index, entryTerm);
      shownAt.seen(term, index, leader);
    } else if (before != entryTerm) {
      violations.broken(
          "S" + leader + ", leader of term " + term + ", changed its log at index " + index,
          List.of(shownAt.of(term, index), violations.now(leader)),
          "it showed an entry of term " + before,
          "it now shows an entry of term " + entryTerm);
    }
  }
}
