package io.raftbed.reference.raft;

import java.util.stream.IntStream;

/**
 * Figure 2, State: all that one server knows, and how it moves between terms and roles (§5.1,
 * Figure 4).
 */
final class ServerState {

  private final int me;
  private final int servers;
  private final PersistentState persistent;
  private Role role = new Role.Follower();
  private int commitIndex;
  private int lastApplied;

  /**
   * The state at boot: a follower; all that a snapshot covers was committed and applied (§7).
   *
   * @param servers how many servers there are, members (§6) or not; their ids begin with 0
   */
  ServerState(int me, int servers, PersistentState persistent) {
    this.me = me;
    this.servers = servers;
    this.persistent = persistent;
    this.commitIndex = log().lastIncludedIndex();
    this.lastApplied = log().lastIncludedIndex();
  }

  int me() {
    return me;
  }

  /** Who decides (§5.2, §5.3). */
  Quorum quorum() {
    return persistent.configurations().quorum();
  }

  PersistentState persistent() {
    return persistent;
  }

  int currentTerm() {
    return persistent.currentTerm();
  }

  Log log() {
    return persistent.log();
  }

  Role role() {
    return role;
  }

  boolean isLeader() {
    return role instanceof Role.Leader;
  }

  int commitIndex() {
    return commitIndex;
  }

  int lastApplied() {
    return lastApplied;
  }

  /** §5.1: a request or reply with a later term makes any server a follower in that term. */
  void observeTerm(int term) {
    if (term > currentTerm()) {
      persistent.enterTerm(term);
      role = new Role.Follower();
    }
  }

  /** §5.2: the term has a leader, so a candidate gives up. Its vote in this term stays given. */
  void acknowledgeLeader() {
    role = new Role.Follower();
  }

  /** §6: ceases to lead, in the same term. */
  void stepDown() {
    role = new Role.Follower();
  }

  /** §5.2: becomes candidate in a new term, without any vote so far. */
  void becomeCandidate() {
    persistent.enterTerm(currentTerm() + 1);
    role = new Role.Candidate();
  }

  /** §5.3: becomes leader, and knows of no follower yet what its log holds. */
  void becomeLeader() {
    int nextIndex = log().lastIndex() + 1;
    role =
        new Role.Leader(
            IntStream.range(0, servers).mapToObj(_ -> new Progress(nextIndex)).toList());
  }

  /** §5.3: entries up to here are committed; that never goes back. */
  void commitTo(int index) {
    commitIndex = Math.max(commitIndex, index);
  }

  /** §5.3: entries up to here went to the state machine. */
  void appliedTo(int index) {
    lastApplied = index;
  }
}
