package io.raftbed.cluster;

import io.raftbed.lab.AppendEntriesArgs;
import io.raftbed.lab.LogEntry;
import java.util.Arrays;
import java.util.List;

/**
 * Log Matching (Raft paper, Figure 3): an index and a term determine the command and the term of
 * the entry before it, over all messages of all servers; by induction two logs that agree in one
 * entry agree in all before it.
 *
 * <p>Only a hash of each command is kept: equal commands never look different, so the price is a
 * missed difference once in 2^32. What {@link io.raftbed.lab.Raft#start} was given is not compared,
 * because an implementation may wrap commands on the wire (to tell a no-op, say).
 */
final class LogMatching implements Invariant {
  private final Violations violations;

  /** (term, index) to the hash of the command and, in the low half, the term before it. */
  private final PairTable entries = new PairTable();

  /** (term, index) to who showed it first and, in the low half, in which term. */
  private final PairTable origins = new PairTable();

  private final MomentTable shownAt;

  LogMatching(Violations violations) {
    this.violations = violations;
    shownAt = new MomentTable(violations);
  }

  @Override
  public void sent(int from, int to, Record request) {
    if (request instanceof AppendEntriesArgs args) {
      int before = args.prevLogIndex() <= 0 ? 0 : args.prevLogTerm();
      List<LogEntry> shown = args.entries();
      for (int i = 0; i < shown.size(); i++) {
        LogEntry entry = shown.get(i);
        show(from, args, i, Math.max(before, 0));
        before = entry.term();
      }
    }
  }

  private void show(int from, AppendEntriesArgs args, int position, int termBefore) {
    LogEntry entry = args.entries().get(position);
    int index = args.prevLogIndex() + 1 + position;
    long value = pack(Arrays.hashCode(entry.command()), termBefore);
    long known = entries.get(entry.term(), index);
    if (known == PairTable.ABSENT) {
      entries.put(entry.term(), index, value);
      origins.put(entry.term(), index, pack(from, args.term()));
      shownAt.seen(entry.term(), index, from);
    } else if (known != value) {
      report(from, args, position, termBefore, known);
    }
  }

  private void report(int from, AppendEntriesArgs args, int position, int termBefore, long known) {
    LogEntry entry = args.entries().get(position);
    int index = args.prevLogIndex() + 1 + position;
    long origin = origins.get(entry.term(), index);
    boolean sameCommand = (int) (known >> 32) == Arrays.hashCode(entry.command());
    String what = "entry (index " + index + ", term " + entry.term() + ")";
    violations.broken(
        sameCommand
            ? "logs that agree in " + what + " differ before it"
            : "two commands in one " + what,
        List.of(shownAt.of(entry.term(), index), violations.now(from)),
        "S"
            + from
            + " in term "
            + args.term()
            + " shows "
            + CommandText.of(entry.command())
            + " after an entry of term "
            + termBefore,
        "S"
            + (origin >> 32)
            + " in term "
            + (int) origin
            + " showed "
            + (sameCommand ? "the same command" : "another command")
            + " after an entry of term "
            + (int) known);
  }

  private static long pack(int high, int low) {
    return (long) high << 32 | low & 0xFFFF_FFFFL;
  }
}
