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

  private ReplicationBugs() {}

  static List<BrokenVariant> all() {
    return List.of(
        BrokenVariant.of("R01", "commits entries of older terms by counting (Figure 8)", SAFETY)
            .foundBy("3B+/figure-8")
            .needs("three leaderships in a row that reach a minority only")
            .inGo("0 of 5 suite runs, 0 of 52 runs of the fitting tests")
            .by(
                new Edit(
                    LEADERSHIP,
                    "stored > state.commitIndex()"
                        + " && state.log().termAt(stored) == state.currentTerm()",
                    "stored > state.commitIndex()")),
        BrokenVariant.of("R04", "commits up to the end of its own log", SAFETY)
            .foundBy("3B+/heartbeats")
            .needs(
                "a diverging tail, and a heartbeat without entries while a message is on its way")
            .by(
                new Edit(
                    RECEIVER,
                    "Math.min(args.leaderCommit(), lastNewEntry)",
                    "Math.min(args.leaderCommit(), state.log().lastIndex())"),
                new Edit(
                    LEADERSHIP,
                    "log.entries(nextIndex,",
                    "progress.awaitsReply() ? List.of() : log.entries(nextIndex,")),
        BrokenVariant.of("R05", "answers heartbeats without the check", SAFETY, EXCEPTION)
            .foundBy("3B+/figure-8")
            .needs("a follower that lags behind at a heartbeat")
            .by(
                new Edit(
                    RECEIVER,
                    CONSISTENCY_CHECK,
                    "if (!args.entries().isEmpty()"
                        + " && !state.log().matches(args.prevLogIndex(), args.prevLogTerm())) {")),
        BrokenVariant.of("R06", "cuts its log after prevLogIndex in any case", SAFETY)
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
        BrokenVariant.of("R08", "checks that there is an entry, not its term", SAFETY)
            .foundBy("3B+/figure-8")
            .needs("logs that diverge at equal length")
            .by(
                new Edit(
                    RECEIVER,
                    CONSISTENCY_CHECK,
                    "if (args.prevLogIndex() > state.log().lastIndex()) {")),
        BrokenVariant.of("R12", "accepts answers to an earlier leadership of its own", SAFETY)
            .foundBy("3B+/stale-acks")
            .needs("a leader elected again, the follower cut back meanwhile, and a held reply")
            .by(
                new Edit(
                    LEADERSHIP,
                    "return state.isLeader() && termOfRequest == state.currentTerm();",
                    "return state.isLeader();")),
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
