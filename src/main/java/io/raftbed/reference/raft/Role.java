package io.raftbed.reference.raft;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Figure 4: what a server is in its current term, with the state that it holds only as that. */
sealed interface Role {

  /** Answers requests of candidates and leaders. */
  record Follower() implements Role {}

  /**
   * Asks for votes (§5.2).
   *
   * @param votes the ids of the servers that granted theirs: a set, as a reply may come twice
   */
  record Candidate(Set<Integer> votes) implements Role {
    Candidate() {
      this(new HashSet<>());
    }
  }

  /**
   * Replicates its log (§5.3).
   *
   * @param progress nextIndex and matchIndex of each server, by id; its own is not used
   */
  record Leader(List<Progress> progress) implements Role {}
}
