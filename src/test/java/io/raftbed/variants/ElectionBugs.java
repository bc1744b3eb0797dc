package io.raftbed.variants;

import static io.raftbed.trace.FailureKind.LIVENESS;
import static io.raftbed.trace.FailureKind.SAFETY;

import java.util.List;

/** Bugs in terms, votes and election timeouts (§5.1, §5.2, §5.4.1). */
final class ElectionBugs {

  private static final String FILE = "Election.java";
  private static final String LATER_TERM = "return args.lastLogTerm() > log.lastTerm();";
  private static final String LONGER_LOG = "return args.lastLogIndex() >= log.lastIndex();";

  /** Gives a variant the means to take a vote back. */
  static final Edit CAN_FORGET_VOTE =
      new Edit(
          "PersistentState.java",
          "  void markSaved() {",
          """
          void forgetVote() {
            votedFor = OptionalInt.empty();
            saved = false;
          }

          void markSaved() {\
          """);

  /** Lets a candidate ask again at every heartbeat interval, as its requests may be lost. */
  static final List<Edit> ASKS_AGAIN =
      List.of(
          new Edit(
              "ReferenceRaft.java",
              """
                  if (remaining > 0) {
                    return remaining;
                  }
                  electionTimer.reset();
                  if (membership.mayStand()) {
                    election.begin();
                    persist();
              """,
              """
                  if (remaining > 0 && !(state.role() instanceof Role.Candidate)) {
                    return remaining;
                  }
                  if (remaining <= 0) {
                    electionTimer.reset();
                  }
                  if (membership.mayStand()) {
                    if (remaining <= 0) {
                      election.begin();
                      persist();
                    }
              """),
          new Edit(
              "ReferenceRaft.java",
              "return electionTimer.remaining();",
              "return Math.min(heartbeatNanos, electionTimer.remaining());"));

  /** Counts votes, not voters. */
  static final List<Edit> COUNTS_VOTES =
      List.of(
          new Edit(
              "Role.java",
              "record Candidate(Set<Integer> votes)",
              "record Candidate(java.util.Collection<Integer> votes)"),
          new Edit("Role.java", "new HashSet<>()", "new java.util.ArrayList<>()"),
          new Edit(
              "Majority.java",
              "wonBy(Set<Integer> voters)",
              "wonBy(java.util.Collection<Integer> voters)"),
          new Edit(
              "Quorum.java",
              "wonBy(Set<Integer> voters);",
              "wonBy(java.util.Collection<Integer> voters);"),
          new Edit(
              "Quorum.java",
              "wonBy(Set<Integer> voters) {",
              "wonBy(java.util.Collection<Integer> voters) {"));

  private ElectionBugs() {}

  static List<BrokenVariant> all() {
    return List.of(
        BrokenVariant.of("E01", "grants its vote to every candidate of a term", SAFETY)
            .foundBy("3A+/late-candidates")
            .needs("two candidates in one term")
            .by(Edit.without(FILE, "&& mayVoteFor(args.candidateId())")),
        BrokenVariant.of("E02", "takes a vote for server 0 for no vote", SAFETY)
            .foundBy("3A+/late-candidates")
            .needs("server 0 and another candidate in one term")
            .by(
                new Edit(
                    FILE,
                    "return votedFor.isEmpty() || votedFor",
                    "return votedFor.orElse(0) == 0 || votedFor")),
        BrokenVariant.of("E03", "forgets its vote when it hears from the term's leader", SAFETY)
            .foundBy("3A+/late-candidates")
            .needs("a vote request of a losing candidate that arrives after the winner's heartbeat")
            .by(
                CAN_FORGET_VOTE,
                new Edit(
                    "ServerState.java",
                    "void acknowledgeLeader() {",
                    "void acknowledgeLeader() {\n    persistent.forgetVote();")),
        BrokenVariant.of("E04", "counts a late vote of an earlier term", SAFETY)
            .foundBy("3A+/stale-votes")
            .needs("vote replies that take longer than an election timeout")
            .by(
                new Edit(
                    FILE,
                    "reply.voteGranted() && args.term() == state.currentTerm() && count(voter)",
                    "reply.voteGranted() && count(voter)")),
        BrokenVariant.of("E05", "asks again and counts a voter's second reply", SAFETY)
            .foundBy("3A+/even-cluster")
            .needs("a voter that answers twice")
            .by(ASKS_AGAIN)
            .by(COUNTS_VOTES),
        BrokenVariant.of("E07", "compares logs by length alone", SAFETY)
            .foundBy("3D+/crash-at-save")
            .needs("a long uncommitted tail on a minority, then an election")
            .by(new Edit(FILE, LATER_TERM, LONGER_LOG)),
        BrokenVariant.of("E08", "compares a candidate's log with its own commitIndex", SAFETY)
            .foundBy("3B+/reordering")
            .needs("a leader that fails right after a commit")
            .by(
                new Edit(
                    FILE,
                    "if (args.lastLogTerm() != log.lastTerm()) {",
                    "if (args.lastLogTerm() != log.termAt(state.commitIndex())) {"),
                new Edit(
                    FILE,
                    LATER_TERM,
                    "return args.lastLogTerm() > log.termAt(state.commitIndex());"),
                new Edit(FILE, LONGER_LOG, "return args.lastLogIndex() >= state.commitIndex();")),
        BrokenVariant.of("E09", "takes a later term or a longer log for up-to-date", SAFETY)
            .foundBy("3D+/crash-at-save")
            .needs("logs of which the one ends later and the other is longer")
            .by(
                new Edit(
                    FILE,
                    LATER_TERM,
                    "return args.lastLogTerm() > log.lastTerm()"
                        + " || args.lastLogIndex() >= log.lastIndex();")),
        BrokenVariant.of("E10", "refuses its vote to an equal log", LIVENESS)
            .foundBy("3A+/even-cluster")
            .by(new Edit(FILE, LONGER_LOG, "return args.lastLogIndex() > log.lastIndex();")),
        BrokenVariant.of("E12", "never tries a failed election again", LIVENESS)
            .foundBy("3A+/stale-votes")
            .needs("a split vote or lost vote messages")
            .by(
                new Edit(
                    "ReferenceRaft.java",
                    "election.begin();",
                    """
                    if (state.role() instanceof Role.Candidate) {
                      return electionTimer.remaining();
                    }
                    election.begin();\
                    """)),
        BrokenVariant.of("E13", "has the same election timeout on every server", LIVENESS)
            .foundBy("3A+/even-cluster")
            .by(
                new Edit(
                    "ElectionTimer.java",
                    "ThreadLocalRandom.current().nextLong(minNanos, maxNanos)",
                    "minNanos")),
        BrokenVariant.of("E14", "ignores a later term in replies", LIVENESS)
            .foundBy("3A+/one-way-links")
            .needs("a leader whose requests arrive, but to which nobody's requests get through")
            .by(
                Edit.without(FILE, "state.observeTerm(reply.term()); // §5.1"),
                Edit.without("Leadership.java", "state.observeTerm(termOfReply); // §5.1")),
        BrokenVariant.of("E17", "accepts entries of a leader of an older term", SAFETY, LIVENESS)
            .foundBy("3B+/heartbeats")
            .needs("a deposed leader that comes back with entries of its own")
            .by(
                new Edit(
                    "AppendEntriesReceiver.java",
                    "if (args.term() < state.currentTerm()) {",
                    "if (args.term() < 0) {")),
        BrokenVariant.of("E20", "takes half of an even cluster for a majority", SAFETY)
            .foundBy("3A+/even-cluster")
            .needs("four servers, split two and two")
            .by(new Edit("Majority.java", "members.length / 2 + 1", "(members.length + 1) / 2")),
        BrokenVariant.of("E23", "does not give itself the vote that it counts", SAFETY)
            .foundBy("3A+/even-cluster")
            .needs("a rival that asks a candidate of the same term")
            .by(Edit.without(FILE, "state.persistent().voteFor(state.me());")),
        BrokenVariant.of("E28", "votes for a candidate of an older term", SAFETY)
            .foundBy("3A+/old-ballots")
            .needs("a late vote request")
            .by(
                Edit.without(
                    FILE,
                    "args.term() == state.currentTerm() // §5.1: false to a candidate of an older"
                        + " term\n            && ")));
  }
}
