package io.raftbed.reference.raft;

import static io.raftbed.lab.AppendEntriesReply.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.lab.AppendEntriesArgs;
import io.raftbed.lab.AppendEntriesReply;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AppendEntriesReceiverTest {

  private static AppendEntriesReply send(
      ServerState to, int prevLogIndex, int prevLogTerm, int leaderCommit, int... terms) {
    return new AppendEntriesReceiver(to)
        .appendEntries(
            new AppendEntriesArgs(
                to.currentTerm(),
                1,
                prevLogIndex,
                prevLogTerm,
                Given.entries(terms),
                leaderCommit));
  }

  @Test
  @DisplayName("§5.1, rule 1: a leader of an older term is refused and told the current one")
  void olderLeader() {
    ServerState state = Given.follower(3, 5, 1);
    AppendEntriesReply reply =
        new AppendEntriesReceiver(state)
            .appendEntries(new AppendEntriesArgs(4, 1, 1, 1, Given.entries(4), 2));
    assertThat(reply.success()).isFalse();
    assertThat(reply.term()).isEqualTo(5);
    assertThat(Given.terms(state.log())).containsExactly(1);
    assertThat(state.commitIndex()).isZero();
  }

  @Test
  @DisplayName("§5.1: an older leader does not end a candidacy")
  void olderLeaderAndCandidate() {
    ServerState state = Given.follower(3, 5);
    new Election(state).begin();
    new AppendEntriesReceiver(state)
        .appendEntries(new AppendEntriesArgs(5, 1, 0, 0, Given.entries(), 0));
    assertThat(state.role()).isInstanceOf(Role.Candidate.class);
  }

  @Test
  @DisplayName("§5.2: a candidate gives way to the leader of its term, and keeps its vote")
  void candidateGivesWay() {
    ServerState state = Given.follower(3, 5);
    new Election(state).begin();
    assertThat(send(state, 0, 0, 0)).isEqualTo(Given.success(6));
    assertThat(state.role()).isEqualTo(new Role.Follower());
    assertThat(state.persistent().votedFor()).hasValue(0);
  }

  @Test
  @DisplayName("§5.3, rule 2: without an entry at prevLogIndex, refused, a heartbeat as well")
  void tooShort() {
    ServerState state = Given.follower(3, 2, 1, 1);
    assertThat(send(state, 3, 1, 3)).isEqualTo(new AppendEntriesReply(2, false, NONE, NONE, 2));
    assertThat(state.commitIndex()).isZero();
  }

  @Test
  @DisplayName("§5.3, rule 2: another term at prevLogIndex is refused; nothing is deleted yet")
  void otherTerm() {
    ServerState state = Given.follower(3, 5, 1, 2, 2, 2, 3);
    assertThat(send(state, 4, 4, 0, 5)).isEqualTo(new AppendEntriesReply(5, false, 2, 2, 5));
    assertThat(Given.terms(state.log())).containsExactly(1, 2, 2, 2, 3);
  }

  @Test
  @DisplayName("§5.3, rule 3: a conflicting entry and all that follow it are replaced")
  void conflict() {
    ServerState state = Given.follower(3, 4, 1, 2, 2, 2);
    assertThat(send(state, 1, 1, 0, 2, 4).success()).isTrue();
    assertThat(Given.terms(state.log())).containsExactly(1, 2, 4);
    assertThat(state.persistent().isSaved()).isFalse();
  }

  @Test
  @DisplayName("§5.3, rule 3: a late message with fewer entries deletes nothing")
  void lateShorter() {
    ServerState state = Given.follower(3, 1, 1, 1, 1);
    assertThat(send(state, 0, 0, 0, 1).success()).isTrue();
    assertThat(send(state, 1, 1, 0).success()).isTrue();
    assertThat(Given.terms(state.log())).containsExactly(1, 1, 1);
    assertThat(state.persistent().isSaved()).isTrue();
  }

  @Test
  @DisplayName("§5.3, rule 3: every new entry is compared, not only the first")
  void conflictBehindMatch() {
    ServerState state = Given.follower(3, 3, 1, 1, 2);
    send(state, 0, 0, 0, 1, 1, 3, 3);
    assertThat(Given.terms(state.log())).containsExactly(1, 1, 3, 3);
  }

  @Test
  @DisplayName("§5.3, rule 4: only entries not yet in the log are appended")
  void overlap() {
    ServerState state = Given.follower(3, 1, 1, 1);
    send(state, 1, 1, 0, 1, 1);
    assertThat(Given.terms(state.log())).containsExactly(1, 1, 1);
  }

  @Test
  @DisplayName("§5.3, rule 5: commits up to leaderCommit")
  void leaderCommit() {
    ServerState state = Given.follower(3, 1);
    send(state, 0, 0, 2, 1, 1, 1);
    assertThat(state.commitIndex()).isEqualTo(2);
  }

  @Test
  @DisplayName("§5.3, rule 5: commits no further than the last new entry; the rest may conflict")
  void lastNewEntry() {
    ServerState state = Given.follower(3, 4, 1, 2, 2, 2);
    send(state, 1, 1, 4);
    assertThat(state.commitIndex()).isEqualTo(1);
    send(state, 1, 1, 4, 2);
    assertThat(state.commitIndex()).isEqualTo(2);
  }

  @Test
  @DisplayName("§5.3, rule 5: a leader with a smaller commitIndex takes nothing back")
  void smallerLeaderCommit() {
    ServerState state = Given.follower(3, 1, 1, 1);
    state.commitTo(2);
    send(state, 2, 1, 1);
    assertThat(state.commitIndex()).isEqualTo(2);
  }

  @Test
  @DisplayName("§7: a message that begins inside the snapshot adds only what lies behind it")
  void prevInsideSnapshot() {
    ServerState state = Given.follower(3, 3, new Log(5, 2, Given.entries(3)));
    assertThat(send(state, 2, 1, 7, 1, 2, 2, 3, 3).success()).isTrue();
    assertThat(Given.terms(state.log())).containsExactly(3, 3);
    assertThat(state.commitIndex()).isEqualTo(7);
  }

  @Test
  @DisplayName("§7: a message that lies wholly inside the snapshot changes nothing")
  void whollyInsideSnapshot() {
    ServerState state = Given.follower(3, 3, new Log(5, 2, Given.entries(3)));
    assertThat(send(state, 1, 1, 5, 1, 2).success()).isTrue();
    assertThat(Given.terms(state.log())).containsExactly(3);
    assertThat(state.commitIndex()).isEqualTo(5);
  }

  @Test
  @DisplayName("§7: the entry right after the snapshot is checked against its last term")
  void prevIsLastIncluded() {
    ServerState state = Given.follower(3, 3, new Log(5, 2, Given.entries()));
    assertThat(send(state, 5, 2, 0, 3).success()).isTrue();
    assertThat(Given.terms(state.log())).containsExactly(3);
  }
}
