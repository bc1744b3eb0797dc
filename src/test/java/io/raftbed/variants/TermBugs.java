package io.raftbed.variants;

import static io.raftbed.trace.FailureKind.LIVENESS;
import static io.raftbed.trace.FailureKind.SAFETY;

import java.util.List;

/** Bugs in terms, roles and election timeouts (§5.1, §5.2). */
final class TermBugs {

  private static final String SERVER = "ReferenceRaft.java";
  private static final String TIMER = "ElectionTimer.java";
  private static final String WALL_CLOCK = "System.currentTimeMillis() * 1_000_000";

  private TermBugs() {}

  static List<BrokenVariant> all() {
    return List.of(
        BrokenVariant.of("E11", "puts its election off when it refuses a vote", LIVENESS)
            .foundBy("3B+/outdated-candidate")
            .needs("an outdated server that asks for votes more often than others time out")
            .by(new Edit(SERVER, "if (reply.voteGranted()) {", "if (reply.term() > 0) {")),
        BrokenVariant.of("E16", "refuses its term's leader while it is a candidate", LIVENESS)
            .foundBy("3B+/stale-acks")
            .needs("a candidate that loses")
            .by(
                new Edit(
                    "AppendEntriesReceiver.java",
                    "if (args.term() < state.currentTerm()) {",
                    "if (args.term() < state.currentTerm()"
                        + " || state.role() instanceof Role.Candidate) {")),
        BrokenVariant.of("E18", "puts its election off for a leader of an older term", LIVENESS)
            .foundBy("3A+/stale-leader")
            .needs("a deposed leader that hears no replies")
            .by(new Edit(SERVER, "if (term == state.currentTerm()) {", "if (term > 0) {")),
        BrokenVariant.of("E19", "sends no heartbeat when it wins", LIVENESS)
            .foundBy("3B+/figure-8")
            .by(
                Edit.without(
                    SERVER,
                    "links.forEach(this::send); // §5.2: tells all others at once, to prevent new"
                        + " elections\n      ticker.signal();")),
        BrokenVariant.of("E21", "keeps its vote when a later term begins", LIVENESS)
            .foundBy("3A+/even-cluster")
            .by(
                new Edit(
                    "PersistentState.java",
                    "currentTerm = term;\n    votedFor = OptionalInt.empty();",
                    "currentTerm = term;")),
        BrokenVariant.of("E22", "goes on leading in the later term that it hears of", SAFETY)
            .foundBy("3A+/late-candidates")
            .needs("a leader that hears of a later term")
            .by(
                new Edit(
                    "ServerState.java",
                    "persistent.enterTerm(term);\n      role = new Role.Follower();",
                    "persistent.enterTerm(term);\n      role = isLeader() ? role : new"
                        + " Role.Follower();")),
        BrokenVariant.of("E26", "times its elections by the wall clock", LIVENESS)
            .foundBy("3B+/clock-jumps")
            .needs("a wall clock that is set back")
            .by(
                new Edit(TIMER, "deadline = now", "deadline = " + WALL_CLOCK),
                new Edit(TIMER, "deadline - System.nanoTime()", "deadline - " + WALL_CLOCK)));
  }
}
