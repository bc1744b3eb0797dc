package io.raftbed.variants;

import java.util.List;

/** Changes that look like bugs and are none: a testbed that reports one of them is wrong. */
final class Controls {

  private Controls() {}

  static List<BrokenVariant> all() {
    return List.of(
        BrokenVariant.of("E03c", "a candidate that lost to the term's leader forgets its own vote")
            .needs("nothing: the leader's majority in this term cannot be had a second time")
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
            .needs("nothing: a call returns one reply, and each voter is called once a term")
            .by(
                new Edit(
                    "Role.java",
                    "record Candidate(Set<Integer> votes)",
                    "record Candidate(java.util.Collection<Integer> votes)"),
                new Edit("Role.java", "new HashSet<>()", "new java.util.ArrayList<>()"),
                new Edit(
                    "Quorum.java",
                    "wonBy(Set<Integer> voters)",
                    "wonBy(java.util.Collection<Integer> voters)")),
        BrokenVariant.of("P05c", "queues its saves, and waits for each")
            .needs("nothing: a queued save that is complete is durable")
            .by(
                new Edit("ReferenceRaft.java", "persister.save(", "persister.saveAsync("),
                new Edit(
                    "ReferenceRaft.java",
                    "persistent.snapshot());",
                    "persistent.snapshot()).join();")));
  }
}
