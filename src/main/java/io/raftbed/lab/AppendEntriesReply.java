package io.raftbed.lab;

/**
 * The answer to {@link AppendEntriesArgs}, with what a leader needs to back up fast (Raft paper,
 * end of section 5.3). The last three tell about a refused consistency check and are otherwise
 * {@link #NONE}.
 *
 * @param term the follower's current term, for the leader to update itself
 * @param success true when the follower held the entry at prevLogIndex with prevLogTerm
 * @param xTerm the term of the follower's conflicting entry, or {@link #NONE} when its log is too
 *     short
 * @param xIndex the index of the follower's first entry of xTerm, or {@link #NONE}
 * @param xLen the length of the follower's log, counted from index 1: the index of its last entry
 */
public record AppendEntriesReply(int term, boolean success, int xTerm, int xIndex, int xLen) {

  /** Stands where there is nothing to tell. */
  public static final int NONE = -1;
}
