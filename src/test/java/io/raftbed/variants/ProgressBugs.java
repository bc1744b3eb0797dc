package io.raftbed.variants;

import static io.raftbed.trace.FailureKind.EXCEPTION;
import static io.raftbed.trace.FailureKind.LIMIT;
import static io.raftbed.trace.FailureKind.LIVENESS;
import static io.raftbed.trace.FailureKind.SAFETY;

import java.util.List;

/** Bugs in what a leader knows of its followers: nextIndex and matchIndex (§5.3). */
final class ProgressBugs {

  private static final String FILE = "Progress.java";
  private static final String LEADERSHIP = "Leadership.java";
  private static final String BACKUP = "Math.min(backup(reply, log), prevLogIndex)";
  private static final String MEDIAN = "ascending[members.length - size()]";

  private static final String SERVER = "ReferenceRaft.java";
  private static final String SEND_HEARTBEAT = "      if (remaining <= 0) {\n        send(link);";

  static final Edit BACKS_UP_FURTHER =
      new Edit(FILE, BACKUP, "Math.min(backup(reply, log) - 1, prevLogIndex)");

  static final List<Edit> MATCH_FALLS =
      List.of(
          new Edit(FILE, "matchIndex = Math.max(matchIndex, index);", "matchIndex = index;"),
          new Edit(
              FILE, "nextIndex = Math.max(nextIndex, matchIndex + 1);", "nextIndex = index + 1;"));

  private ProgressBugs() {}

  static List<BrokenVariant> all() {
    return List.of(
        BrokenVariant.of("R10", "lets a late answer move matchIndex and the commit back", SAFETY)
            .foundBy("3B+/reordering")
            .needs("answers that overtake each other")
            .by(MATCH_FALLS)
            .by(
                ReplicationBugs.COMMIT_FALLS,
                ReplicationBugs.APPLIED_FALLS,
                new Edit(
                    LEADERSHIP,
                    "matchIndex(server) > state.commitIndex()",
                    "matchIndex(server) >= 0"),
                new Edit(
                    LEADERSHIP, "stored > state.commitIndex()", "stored != state.commitIndex()")),
        BrokenVariant.of("R11", "takes all that it has by now for acknowledged", SAFETY)
            .foundBy("3B+/reordering")
            .needs("a command that comes while an answer is on its way")
            .by(
                new Edit(
                    LEADERSHIP,
                    "int lastNewEntry = args.prevLogIndex() + args.entries().size();",
                    "int lastNewEntry = state.log().lastIndex();")),
        BrokenVariant.of("R12", "accepts answers to an earlier leadership of its own", SAFETY)
            .foundBy("3B+/stale-acks")
            .needs("a leader elected again, the follower cut back meanwhile, and a held reply")
            .by(
                new Edit(
                    LEADERSHIP,
                    "return state.isLeader() && termOfRequest == state.currentTerm();",
                    "return state.isLeader();")),
        BrokenVariant.of("R14", "lets nextIndex fall below 1", EXCEPTION)
            .foundBy("3B+/latecomer")
            .needs("a follower with an empty log and a leader that was elected with entries")
            .by(
                new Edit(FILE, "return reply.xLen() + 1;", "return reply.xLen();"),
                new Edit(FILE, "nextIndex = Math.max(next, matchIndex + 1);", "nextIndex = next;"),
                new Edit(
                    LEADERSHIP,
                    "return progressOf(follower).nextIndex() <= state.log().lastIncludedIndex();",
                    "return state.log().lastIncludedIndex() > 0 && progressOf(follower).nextIndex()"
                        + " <= state.log().lastIncludedIndex();")),
        BrokenVariant.of("R16", "begins one entry after what the follower lacks", LIVENESS, LIMIT)
            .foundBy("3B+/even-cluster")
            .needs("a follower that lags behind")
            .by(new Edit(FILE, BACKUP, "backup(reply, log) + 1")),
        BrokenVariant.of("R19", "commits with half of an even cluster", SAFETY)
            .foundBy("3B+/even-cluster")
            .needs("four servers, split two and two")
            .by(new Edit("Majority.java", MEDIAN, "ascending[members.length / 2]")),
        BrokenVariant.of("R20", "waits for ever for an answer that was lost", LIVENESS)
            .foundBy("3B+/heartbeats")
            .needs("a lost message")
            .by(
                new Edit(
                    SERVER,
                    SEND_HEARTBEAT,
                    """
                          if (remaining <= 0) {
                            if (!leadership.awaitsReplyOf(link.id())) {
                              send(link);
                            }\
                    """),
                new Edit(
                    LEADERSHIP,
                    "  /** §7: whether what the follower needs next is gone from the log. */",
                    """
                      boolean awaitsReplyOf(int follower) {
                        return progressOf(follower).awaitsReply();
                      }
                    """)),
        BrokenVariant.of("R22", "sends a lost entry again only with the next command", LIVENESS)
            .foundBy("3B+/heartbeats")
            .needs("a lost message, then no command")
            .by(
                new Edit(
                    SERVER,
                    "return atomically(() -> leadership.append(command));",
                    """
                    return atomically(() -> {
                      Optional<Started> started = leadership.append(command);
                      persist();
                      links.stream().filter(l -> leadership.hasNewsFor(l.id())).forEach(this::send);
                      return started;
                    });\
                    """),
                HeartbeatDriven.STYLE,
                new Edit(
                    SERVER, SEND_HEARTBEAT, "      if (remaining <= 0) {\n        pulse(link);"),
                new Edit(
                    SERVER,
                    "  private void send(Link link) {",
                    """
                    private void pulse(Link link) {
                      int follower = link.id();
                      link.sent();
                      AppendEntriesArgs news = leadership.appendEntriesTo(follower);
                      AppendEntriesArgs args =
                          new AppendEntriesArgs(
                              news.term(),
                              news.leaderId(),
                              news.prevLogIndex(),
                              news.prevLogTerm(),
                              List.of(),
                              news.leaderCommit());
                      call(link.peer(), args, reply -> leadership.appendEntriesReply(follower, args, reply));
                    }

                    private void send(Link link) {\
                    """)),
        BrokenVariant.of("R25", "commits only what all servers store", LIVENESS)
            .foundBy("3B+/heartbeats")
            .needs("a server that is down")
            .by(new Edit("Majority.java", MEDIAN, "ascending[0]")));
  }
}
