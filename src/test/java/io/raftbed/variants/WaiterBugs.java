package io.raftbed.variants;

import static io.raftbed.trace.FailureKind.EXCEPTION;
import static io.raftbed.trace.FailureKind.LIMIT;
import static io.raftbed.trace.FailureKind.LINEARIZABILITY;
import static io.raftbed.trace.FailureKind.LIVENESS;
import static io.raftbed.trace.FailureKind.SAFETY;
import static io.raftbed.variants.KvHabits.RSM;

import java.util.List;

/** Bugs of the layer over Raft: who is answered with what, and who waits for ever. */
final class WaiterBugs {

  private static final String WAITERS = "Submissions.java";
  private static final String AWAITS = "return submission.await();";
  private static final String NOTIFIES =
      "locked(() -> submissions.applied(msg.index(), operation.id(), reply));";

  /** Looks for lost leaderships when something is applied, not from time to time. */
  private static final List<Edit> LOOKS_WHEN_APPLIED =
      List.of(
          Edit.without(RSM, "rsm.start(\"leadership\", rsm::watchLeadership);"),
          new Edit(
              RSM,
              NOTIFIES,
              NOTIFIES
                  + """

                      List<Submission> candidates = locked(() -> submissions.started());
                      RaftState now = raft.state();
                      locked(() -> submissions.observe(candidates, now));\
                  """));

  private WaiterBugs() {}

  static List<BrokenVariant> all() {
    return List.of(
        BrokenVariant.of(
                "K05", "answers whoever waits at the index", LINEARIZABILITY, SAFETY, EXCEPTION)
            .foundBy("rsm/leader-partition")
            .needs("another leader's command at an index where somebody waits")
            .by(
                new Edit(
                    WAITERS,
                    "Submission own = open.get(id);",
                    "Submission own = open.values().stream().filter(s -> s.isWithin(index) &&"
                        + " !s.isWithin(index - 1)).findFirst().orElse(null);")),
        BrokenVariant.of("K06", "leaves those waiting whose command was displaced", LIVENESS)
            .foundBy("4A/one-partition")
            .needs("a leader that is cut off with commands of its own")
            .by(Edit.without("Submission.java", "outcome.complete(Optional.empty());")),
        BrokenVariant.of("K06a", "looks at its leadership only when something is applied", LIVENESS)
            .foundBy("4A/partitions-one-client")
            .needs("a leader that is deposed, and nothing to apply")
            .by(LOOKS_WHEN_APPLIED),
        BrokenVariant.of("K06b", "takes a later leadership for its old one", LIVENESS)
            .foundBy("4B/install-snapshot")
            .needs("a leader that leads again before it looks")
            .by(
                KvHabits.LOOKS_SELDOM,
                Edit.without("Submission.java", "now.term() != place.get().term() || ")),
        BrokenVariant.of("K07", "forgets who waits when a snapshot comes", LIVENESS)
            .foundBy("4B+/covered-request")
            .needs("a deposed leader with commands of its own that is sent a snapshot at once")
            .by(
                new Edit(
                    RSM,
                    "submissions.decidedUpTo(state.lastApplied())",
                    "submissions.started().forEach(submissions::close)")),
        BrokenVariant.of("K11", "hands a waiter the last reply", LINEARIZABILITY, SAFETY, EXCEPTION)
            .foundBy("4A/concurrent")
            .needs("two replies before the waiter goes on")
            .by(
                new Edit(
                    WAITERS, "private int lastApplied;", "private int lastApplied; byte[] last;"),
                new Edit(
                    WAITERS,
                    "own.answer(reply);\n    }",
                    "own.answer(reply);\n    }\n last = reply;"),
                new Edit(RSM, AWAITS, "return submission.await().map(own -> submissions.last);")),
        BrokenVariant.of("K16", "submits again what it gave up", LINEARIZABILITY, SAFETY)
            .foundBy("4A+/versioned-flapping-links")
            .needs("a deposed leader that leads again, and its entry committed all the same")
            .by(
                new Edit(
                    RSM,
                    AWAITS,
                    """
                    Optional<byte[]> reply = submission.await();
                    for (int tries = 0; reply.isEmpty() && tries < 20; tries++) {
                      java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
                      reply = raft.state().isLeader() ? submit(command) : reply;
                    }
                    return reply;\
                    """)),
        BrokenVariant.of("K16a", "submits again what takes long", LINEARIZABILITY, SAFETY)
            .foundBy("4A/versioned-restarts-unreliable")
            .needs("a command that takes 50 ms to commit")
            .by(
                new Edit(
                    RSM,
                    AWAITS,
                    """
                    for (int tries = 0; tries < 10 && !submission.hasOutcome(); tries++) {
                      java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
                    }
                    return submission.hasOutcome() ? submission.await() : submit(command);\
                    """)),
        BrokenVariant.of("T08", "applies each command on a thread of its own", EXCEPTION, SAFETY)
            .foundBy("rsm/concurrent")
            .needs("two commands in a row")
            .by(
                new Edit(
                    RSM,
                    "command -> applied(command);",
                    "command ->" + " Thread.startVirtualThread(() -> applied(command));")),
        BrokenVariant.of("K20", "never forgets who waited", LIMIT)
            .foundBy("4B+/finished-requests")
            .needs("requests that were answered")
            .by(Edit.without(RSM, "locked(() -> submissions.close(submission));")),
        BrokenVariant.of("K20a", "keeps each reply", LIMIT)
            .foundBy("4B+/finished-requests")
            .needs("requests that were answered")
            .by(KvHabits.keepsReplies("")),
        BrokenVariant.of("K20b", "leaves a thread behind for each request", LIMIT)
            .foundBy("4B+/finished-requests")
            .needs("requests that were answered")
            .by(
                new Edit(
                    RSM,
                    AWAITS,
                    "Thread.startVirtualThread(java.util.concurrent.locks.LockSupport::park);\n"
                        + "      "
                        + AWAITS)));
  }
}
