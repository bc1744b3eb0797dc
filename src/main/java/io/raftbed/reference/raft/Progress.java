package io.raftbed.reference.raft;

import static io.raftbed.lab.AppendEntriesReply.NONE;

import io.raftbed.lab.AppendEntriesReply;

/**
 * Figure 2, State: "volatile state on leaders", for one follower. Replies may come late, twice or
 * in another order than the requests, so each is judged by the request that it answers.
 */
final class Progress {

  private static final int UNKNOWN = Integer.MAX_VALUE;

  private int nextIndex;
  private int matchIndex;
  private int knownCommit;
  private boolean awaitingReply;
  private int firstShown = UNKNOWN;

  /** §5.3: "initialized to leader last log index + 1", and nothing known to match. */
  Progress(int nextIndex) {
    this.nextIndex = nextIndex;
  }

  /** §6: begins anew, as of a server of which nothing is known. */
  void restart(int nextIndex) {
    this.nextIndex = nextIndex;
    matchIndex = 0;
    knownCommit = 0;
    awaitingReply = false;
    firstShown = UNKNOWN;
  }

  /** Index of the next entry to send; always above matchIndex, so at least 1. */
  int nextIndex() {
    return nextIndex;
  }

  /** Highest index known to be replicated on the follower. */
  int matchIndex() {
    return matchIndex;
  }

  /** The leader's commitIndex in the last message that the follower is known to have accepted. */
  int knownCommit() {
    return knownCommit;
  }

  /** Whether a message is on its way that may change all of this. */
  boolean awaitsReply() {
    return awaitingReply;
  }

  void messageSent() {
    awaitingReply = true;
  }

  /**
   * A reply came.
   *
   * @param shownIndex where the log ended that the request showed
   */
  void replyCame(int shownIndex) {
    awaitingReply = false;
    firstShown = firstShown == UNKNOWN ? shownIndex : firstShown;
  }

  /** §6: whether a new server has what the log held when this leader first spoke to it. */
  boolean hasWhatItWasShown() {
    return matchIndex >= firstShown;
  }

  /** §5.3: the follower has stored the leader's log up to and including this index. */
  void matched(int index, int leaderCommit) {
    matchIndex = Math.max(matchIndex, index);
    nextIndex = Math.max(nextIndex, matchIndex + 1);
    knownCommit = Math.max(knownCommit, leaderCommit);
  }

  /**
   * §5.3: the follower's log differs at prevLogIndex, so the leader tries again further back.
   *
   * @param prevLogIndex of the request that was refused
   * @param log the leader's log
   */
  void refused(int prevLogIndex, AppendEntriesReply reply, Log log) {
    if (prevLogIndex != nextIndex - 1) {
      return; // an older request; the leader has moved since
    }
    int next = Math.min(backup(reply, log), prevLogIndex);
    nextIndex = Math.max(next, matchIndex + 1);
  }

  /** §5.3, last part: one step back for each conflicting term, not for each entry. */
  private static int backup(AppendEntriesReply reply, Log log) {
    if (reply.xTerm() == NONE) {
      return reply.xLen() + 1; // the follower's log is too short
    }
    // Where the leader has that term as well, both logs can agree up to its last entry there.
    return log.lastIndexOfTerm(reply.xTerm()).orElse(reply.xIndex() - 1) + 1;
  }
}
