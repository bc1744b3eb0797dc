package io.raftbed.reference.raft;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ServerStateTest {

  @Test
  @DisplayName("§5.1: a later term deposes a leader and clears the vote")
  void laterTerm() {
    ServerState state = Given.leader(3, 4, 1);
    state.persistent().voteFor(0);
    state.observeTerm(6);
    assertThat(state.isLeader()).isFalse();
    assertThat(state.currentTerm()).isEqualTo(6);
    assertThat(state.persistent().votedFor()).isEmpty();
  }

  @Test
  @DisplayName("§5.1: the same or an older term changes nothing")
  void noLaterTerm() {
    ServerState state = Given.leader(3, 4, 1);
    state.persistent().voteFor(0);
    state.observeTerm(4);
    state.observeTerm(3);
    assertThat(state.isLeader()).isTrue();
    assertThat(state.currentTerm()).isEqualTo(4);
    assertThat(state.persistent().votedFor()).hasValue(0);
  }

  @Test
  @DisplayName("§5.2: a candidate that gives way to the term's leader keeps its vote")
  void sameTermStepDownKeepsVote() {
    ServerState state = Given.follower(3, 1);
    new Election(state).begin();
    state.acknowledgeLeader();
    assertThat(state.role()).isEqualTo(new Role.Follower());
    assertThat(state.persistent().votedFor()).hasValue(0);
  }

  @Test
  @DisplayName("Figure 2: a new leader starts with nextIndex after its log and matchIndex 0")
  void leaderStart() {
    ServerState state = Given.leader(3, 4, 1, 2, 2);
    assertThat(state.role())
        .isInstanceOfSatisfying(
            Role.Leader.class,
            leader ->
                assertThat(leader.progress())
                    .hasSize(3)
                    .allSatisfy(progress -> {
                      assertThat(progress.nextIndex()).isEqualTo(4);
                      assertThat(progress.matchIndex()).isZero();
                    }));
  }

  @Test
  @DisplayName("§5.3: commitIndex never goes back")
  void commitIsMonotonic() {
    ServerState state = Given.follower(3, 1, 1, 1, 1);
    state.commitTo(3);
    state.commitTo(2);
    assertThat(state.commitIndex()).isEqualTo(3);
  }

  @Test
  @DisplayName("§7: after a restart all that the snapshot covers is committed and applied")
  void restart() {
    ServerState state = Given.follower(3, 2, new Log(5, 2, Given.entries(2)));
    assertThat(state.commitIndex()).isEqualTo(5);
    assertThat(state.lastApplied()).isEqualTo(5);
  }
}
