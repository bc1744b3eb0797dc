package io.raftbed.reference.raft;

import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.lab.AppendEntriesArgs;
import io.raftbed.lab.AppendEntriesReply;
import io.raftbed.lab.InstallSnapshotArgs;
import io.raftbed.lab.InstallSnapshotReply;
import io.raftbed.lab.LogEntry;
import io.raftbed.lab.Started;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LeadershipTest {

  private static final byte[] COMMAND = {42};

  private static Leadership of(ServerState state) {
    return new Leadership(state, 100);
  }

  /** One exchange that the follower accepts. */
  private static void replicate(Leadership leadership, int follower, int term) {
    AppendEntriesArgs args = leadership.appendEntriesTo(follower);
    leadership.appendEntriesReply(follower, args, Given.success(term));
  }

  @Test
  @DisplayName("§5.3: a leader appends a command in its own term and says where")
  void append() {
    ServerState state = Given.leader(3, 4, 1, 2);
    assertThat(of(state).append(COMMAND)).hasValue(new Started(3, 4));
    assertThat(state.log().entryAt(3)).isEqualTo(new LogEntry(4, COMMAND));
    assertThat(state.persistent().isSaved()).isFalse();
    assertThat(state.commitIndex()).isZero();
  }

  @Test
  @DisplayName("§5.3: who does not lead accepts nothing")
  void appendElsewhere() {
    ServerState state = Given.follower(3, 4, 1);
    assertThat(of(state).append(COMMAND)).isEmpty();
    assertThat(state.log().lastIndex()).isEqualTo(1);
  }

  @Test
  @DisplayName("§8: a new leader appends nothing of its own; index 1 is a client's")
  void noEntryOfItsOwn() {
    ServerState state = Given.leader(3, 1);
    assertThat(of(state).append(COMMAND)).hasValue(new Started(1, 1));
  }

  @Test
  @DisplayName("§5.3: a server alone commits at once")
  void alone() {
    ServerState state = Given.leader(1, 1);
    of(state).append(COMMAND);
    assertThat(state.commitIndex()).isEqualTo(1);
  }

  @Test
  @DisplayName("§5.2: the first message of a leadership is a heartbeat at the end of the log")
  void heartbeat() {
    ServerState state = Given.leader(3, 4, 1, 2);
    AppendEntriesArgs args = of(state).appendEntriesTo(1);
    assertThat(args.entries()).isEmpty();
    assertThat(args.prevLogIndex()).isEqualTo(2);
    assertThat(args.prevLogTerm()).isEqualTo(2);
    assertThat(args.term()).isEqualTo(4);
  }

  @Test
  @DisplayName("§5.3: a message carries all that the follower lacks, up to the limit")
  void limit() {
    Leadership leadership = new Leadership(Given.leader(3, 1), 2);
    leadership.append(COMMAND);
    leadership.append(COMMAND);
    leadership.append(COMMAND);
    assertThat(leadership.appendEntriesTo(1).entries()).hasSize(2);
    replicate(leadership, 1, 1);
    assertThat(leadership.appendEntriesTo(1).prevLogIndex()).isEqualTo(2);
    assertThat(leadership.appendEntriesTo(1).entries()).hasSize(1);
  }

  @Test
  @DisplayName(
      "§5.3: there is news for who lacks entries or commitment, while nothing is on its way")
  void news() {
    Leadership leadership = of(Given.leader(3, 1));
    assertThat(leadership.hasNewsFor(1)).isFalse();
    leadership.append(COMMAND);
    assertThat(leadership.hasNewsFor(1)).isTrue();
    AppendEntriesArgs args = leadership.appendEntriesTo(1);
    assertThat(leadership.hasNewsFor(1)).isFalse();
    leadership.appendEntriesReply(1, args, Given.success(1));
    assertThat(leadership.hasNewsFor(1)).as("it is committed now").isTrue();
    replicate(leadership, 1, 1);
    assertThat(leadership.hasNewsFor(1)).isFalse();
    assertThat(of(Given.follower(3, 1, 1)).hasNewsFor(1)).isFalse();
  }

  @Test
  @DisplayName("§5.3: an entry of the own term is committed once a majority stores it")
  void commit() {
    ServerState state = Given.leader(5, 1);
    Leadership leadership = of(state);
    leadership.append(COMMAND);
    replicate(leadership, 1, 1);
    assertThat(state.commitIndex()).isZero();
    replicate(leadership, 2, 1);
    assertThat(state.commitIndex()).isEqualTo(1);
  }

  @Test
  @DisplayName("§5.4.2, Figure 8: an older entry is not committed by counting, only with a new one")
  void figure8() {
    ServerState state = Given.leader(5, 4, 1, 2);
    Leadership leadership = of(state);
    replicate(leadership, 1, 4);
    replicate(leadership, 2, 4);
    assertThat(state.commitIndex()).as("(c): a majority stores the entry of term 2").isZero();
    leadership.append(COMMAND);
    replicate(leadership, 1, 4);
    replicate(leadership, 2, 4);
    assertThat(state.commitIndex()).as("(e): an entry of term 4 covers it").isEqualTo(3);
  }

  @Test
  @DisplayName("§5.3: success covers what its request carried, not what was appended since")
  void successCoversRequest() {
    ServerState state = Given.leader(3, 1);
    Leadership leadership = of(state);
    leadership.append(COMMAND);
    AppendEntriesArgs args = leadership.appendEntriesTo(1);
    leadership.append(COMMAND);
    leadership.appendEntriesReply(1, args, new AppendEntriesReply(1, true, -1, -1, 7));
    assertThat(state.commitIndex()).isEqualTo(1);
  }

  @Test
  @DisplayName("§5.3: an answer to an earlier leadership says nothing in a later one")
  void earlierLeadership() {
    ServerState state = Given.leader(3, 1);
    Leadership leadership = of(state);
    leadership.append(COMMAND);
    AppendEntriesArgs args = leadership.appendEntriesTo(1);
    state.becomeCandidate();
    state.becomeLeader();
    leadership.append(COMMAND);
    leadership.appendEntriesReply(1, args, Given.success(1));
    AppendEntriesArgs heartbeat = leadership.appendEntriesTo(1);
    assertThat(heartbeat.prevLogIndex()).isEqualTo(1);
    assertThat(heartbeat.leaderCommit()).isZero();
  }

  @Test
  @DisplayName("§5.1: a later term in a reply deposes the leader")
  void laterTermInReply() {
    ServerState state = Given.leader(3, 1, 1);
    AppendEntriesArgs args = of(state).appendEntriesTo(1);
    of(state).appendEntriesReply(1, args, new AppendEntriesReply(3, false, -1, -1, 0));
    assertThat(state.isLeader()).isFalse();
    assertThat(state.currentTerm()).isEqualTo(3);
  }

  @Test
  @DisplayName("§5.3: a deposed leader ignores answers")
  void deposed() {
    ServerState state = Given.leader(3, 1);
    Leadership leadership = of(state);
    leadership.append(COMMAND);
    AppendEntriesArgs args = leadership.appendEntriesTo(1);
    state.observeTerm(2);
    leadership.appendEntriesReply(1, args, Given.success(1));
    assertThat(state.commitIndex()).isZero();
  }

  @Test
  @DisplayName(
      "§7: a follower that needs what the log has dropped gets the snapshot, then the rest")
  void snapshot() {
    ServerState state = Given.leader(3, 3, new Log(5, 2, Given.entries(2, 3)));
    Leadership leadership = of(state);
    assertThat(leadership.needsSnapshot(1)).isFalse();
    AppendEntriesArgs heartbeat = leadership.appendEntriesTo(1);
    leadership.appendEntriesReply(1, heartbeat, new AppendEntriesReply(3, false, -1, -1, 3));
    assertThat(leadership.needsSnapshot(1)).isTrue();
    InstallSnapshotArgs args = leadership.installSnapshotOn(1);
    assertThat(args.lastIncludedIndex()).isEqualTo(5);
    assertThat(args.lastIncludedTerm()).isEqualTo(2);
    leadership.installSnapshotReply(1, args, new InstallSnapshotReply(3));
    assertThat(leadership.needsSnapshot(1)).isFalse();
    assertThat(leadership.appendEntriesTo(1).prevLogIndex()).isEqualTo(5);
    assertThat(leadership.appendEntriesTo(1).entries()).hasSize(2);
  }

  @Test
  @DisplayName("§5.1: a later term in the answer to a snapshot deposes the leader")
  void laterTermInSnapshotReply() {
    ServerState state = Given.leader(3, 3, new Log(5, 2, Given.entries()));
    InstallSnapshotArgs args = of(state).installSnapshotOn(1);
    of(state).installSnapshotReply(1, args, new InstallSnapshotReply(9));
    assertThat(state.isLeader()).isFalse();
    assertThat(state.currentTerm()).isEqualTo(9);
  }
}
