package io.raftbed.variants;

import java.util.List;

/** Changes that look like bugs and are none: a testbed that reports one of them is wrong. */
final class Controls {

  private Controls() {}

  static List<BrokenVariant> all() {
    return List.of(
        BrokenVariant.of("E03c", "a candidate that lost to the term's leader forgets its own vote")
            .needs("the leader's majority in this term cannot be had a second time")
            .by(
                ElectionBugs.CAN_FORGET_VOTE,
                new Edit(
                    "ServerState.java",
                    "void acknowledgeLeader() {",
                    """
                    void acknowledgeLeader() {
                      if (role instanceof Role.Candidate) {
                        persistent.forgetVote();
                      }\
                    """)),
        BrokenVariant.of("E05c", "counts votes in a list, not in a set")
            .needs("a call returns one reply, and each voter is called once a term")
            .by(ElectionBugs.COUNTS_VOTES),
        BrokenVariant.of("E06c", "asks again for votes that did not come, and counts voters")
            .needs("a voter that is asked again says the same")
            .by(ElectionBugs.ASKS_AGAIN),
        BrokenVariant.of("E16c", "a candidate that hears of the term's leader stays candidate")
            .needs("the majority of its term has voted for the leader")
            .by(
                new Edit(
                    "ServerState.java",
                    "void acknowledgeLeader() {\n    role = new Role.Follower();",
                    "void acknowledgeLeader() {")),
        BrokenVariant.of("E25c", "does not put its own election off when it votes")
            .needs("it may stand up sooner than it must, which is a matter of luck in any case")
            .by(
                new Edit(
                    "ReferenceRaft.java", "if (reply.voteGranted()) {", "if (reply.term() < 0) {")),
        BrokenVariant.of("R04c", "sends heartbeats without entries while an answer is awaited")
            .needs("they prove and commit nothing beyond prevLogIndex")
            .by(ReplicationBugs.EMPTY_HEARTBEATS),
        BrokenVariant.of("R10c", "lets a late answer move matchIndex and nextIndex back")
            .needs("it only knows of less than there is; its commitIndex stays")
            .by(ProgressBugs.MATCH_FALLS),
        BrokenVariant.of("R16c", "backs up one entry further than it must")
            .needs("an entry that is there already is left as it is")
            .by(ProgressBugs.BACKS_UP_FURTHER),
        BrokenVariant.of("P04c", "stores a new term first, then its vote in it")
            .needs("nobody hears of the vote in between")
            .by(
                new Edit(
                    "ReferenceRaft.java",
                    "RequestVoteReply reply = election.requestVote(args);",
                    """
                    state.observeTerm(args.term());
                    persist();
                    RequestVoteReply reply = election.requestVote(args);\
                    """)),
        BrokenVariant.of("P05c", "queues its saves, and waits for each")
            .needs("a queued save that is complete is durable")
            .by(
                PersistenceBugs.saves(
                    "persister.saveAsync(encoding.whole(persistent),"
                        + " persistent.snapshot()).join();")),
        BrokenVariant.of("S07c", "hands up its snapshot once more after a restart")
            .needs("the service is where the snapshot puts it")
            .by(
                new Edit(
                    "ServerState.java",
                    "this.lastApplied = log().lastIncludedIndex();",
                    "this.lastApplied = Math.min(log().lastIncludedIndex(), 0);")),
        BrokenVariant.of("T17c", "hands up one message at a time")
            .needs("its one applier sends the next when the service has the one before")
            .by(ThreadingBugs.ONE_BY_ONE));
  }
}
