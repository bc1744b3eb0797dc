package io.raftbed.variants;

import static io.raftbed.trace.FailureKind.EXCEPTION;
import static io.raftbed.trace.FailureKind.LIVENESS;
import static io.raftbed.trace.FailureKind.SAFETY;

import java.util.List;

/** Bugs in log replication and commitment (§5.3, §5.4.2). */
final class ReplicationBugs {

  private static final String RECEIVER = "AppendEntriesReceiver.java";
  private static final String LEADERSHIP = "Leadership.java";
  private static final String CONSISTENCY_CHECK =
      "if (!state.log().matches(args.prevLogIndex(), args.prevLogTerm())) {";

  /** Sends what a student's pure heartbeat is, so that messages end before leaderCommit. */
  static final Edit EMPTY_HEARTBEATS =
      new Edit(
          LEADERSHIP,
          "log.entries(nextIndex,",
          "progress.awaitsReply() ? List.of() : log.entries(nextIndex,");

  static final Edit COMMIT_FALLS =
      new Edit(
          "ServerState.java",
          "commitIndex = Math.max(commitIndex, index);",
          "commitIndex = index;");

  /** Applies again from a commitIndex that fell. */
  static final Edit APPLIED_FALLS =
      new Edit(
          "Delivery.java",
          "state.commitIndex() > state.lastApplied()",
          "state.commitIndex() != state.lastApplied()");

  private ReplicationBugs() {}

  static List<BrokenVariant> all() {
    return List.of(
        BrokenVariant.of("R01", "commits entries of older terms by counting (Figure 8)", SAFETY)
            .foundBy("3B+/figure-8")
            .needs("three leaderships in a row that reach a minority only")
            .by(
                new Edit(
                    LEADERSHIP,
                    "stored > state.commitIndex()"
                        + " && state.log().termAt(stored) == state.currentTerm()",
                    "stored > state.commitIndex()")),
        BrokenVariant.of("R02", "waits for an own entry at the first uncommitted index", LIVENESS)
            .foundBy("3B+/even-cluster")
            .needs("a leader that inherits an uncommitted entry")
            .by(
                new Edit(
                    LEADERSHIP,
                    "state.log().termAt(stored) == state.currentTerm()",
                    "state.log().termAt(state.commitIndex() + 1) == state.currentTerm()")),
        BrokenVariant.of("R03", "lets its commitIndex fall, and applies again from there", SAFETY)
            .foundBy("3B+/reordering")
            .needs("a new leader that knows of fewer commitments")
            .by(COMMIT_FALLS, APPLIED_FALLS),
        BrokenVariant.of("R04", "commits up to the end of its own log", SAFETY)
            .foundBy("3B+/heartbeats")
            .needs(
                "a diverging tail, and a heartbeat without entries while a message is on its way")
            .by(
                new Edit(
                    RECEIVER,
                    "Math.min(args.leaderCommit(), lastNewEntry)",
                    "Math.min(args.leaderCommit(), state.log().lastIndex())"),
                EMPTY_HEARTBEATS),
        BrokenVariant.of(
                "R24", "commits what the leader has, whether it was sent or not", SAFETY, EXCEPTION)
            .foundBy("3B+/heartbeats")
            .needs("a heartbeat without entries while a message is on its way")
            .by(
                new Edit(
                    RECEIVER, "Math.min(args.leaderCommit(), lastNewEntry)", "args.leaderCommit()"),
                EMPTY_HEARTBEATS),
        BrokenVariant.of("R05", "answers heartbeats without the check", SAFETY, EXCEPTION)
            .foundBy("3B+/stale-acks")
            .needs("a follower that lags behind at a heartbeat")
            .by(
                new Edit(
                    RECEIVER,
                    CONSISTENCY_CHECK,
                    "if (!args.entries().isEmpty()"
                        + " && !state.log().matches(args.prevLogIndex(), args.prevLogTerm())) {")),
        BrokenVariant.of("R06", "cuts its log after prevLogIndex in any case", SAFETY, EXCEPTION)
            .foundBy("3B+/reordering")
            .needs("an older AppendEntries after a newer one, then the loss of the leader")
            .by(
                new Edit(
                    RECEIVER,
                    "store(args); // 3. and 4. §5.3",
                    """
                    int first = Math.max(args.prevLogIndex(), state.log().lastIncludedIndex()) + 1;
                    if (first <= state.log().lastIndex()) {
                      state.persistent().truncateFrom(first);
                    }
                    store(args);\
                    """)),
        BrokenVariant.of("R07", "looks for a conflict at the first entry only", SAFETY)
            .foundBy("3B+/figure-8")
            .needs("a message of which the first entry is there and a later one differs")
            .by(
                new Edit(
                    RECEIVER,
                    "if (log.matches(index, entry.term())) {",
                    "if (log.matches(index, entry.term())"
                        + " || (index > args.prevLogIndex() + 1 && index <= log.lastIndex())) {"),
                ProgressBugs.BACKS_UP_FURTHER),
        BrokenVariant.of("R08", "checks that there is an entry, not its term", SAFETY)
            .foundBy("3B+/figure-8")
            .needs("logs that diverge at equal length")
            .by(
                new Edit(
                    RECEIVER,
                    CONSISTENCY_CHECK,
                    "if (args.prevLogIndex() > state.log().lastIndex()) {")),
        BrokenVariant.of("R13", "acknowledges its whole log, not what it was sent", SAFETY)
            .foundBy("3D+/crash-at-save")
            .needs("a follower with a diverging tail that accepts a short message")
            .by(
                new Edit(
                    RECEIVER,
                    "true, NONE, NONE, NONE)",
                    "true, NONE, NONE, state.log().lastIndex())"),
                new Edit(
                    LEADERSHIP,
                    "int lastNewEntry = args.prevLogIndex() + args.entries().size();",
                    "int lastNewEntry = Math.min(reply.xLen(), state.log().lastIndex());")),
        BrokenVariant.of("R17", "does not wake the applier when something is committed", LIVENESS)
            .foundBy("3B+/figure-8")
            .by(Edit.without("ReferenceRaft.java", "applier.signal();")));
  }
}
