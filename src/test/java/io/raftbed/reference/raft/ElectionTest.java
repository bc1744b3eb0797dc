package io.raftbed.reference.raft;

import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.lab.RequestVoteArgs;
import io.raftbed.lab.RequestVoteReply;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElectionTest {

  private static final RequestVoteReply NO = new RequestVoteReply(1, false);

  private static RequestVoteReply yes(int term) {
    return new RequestVoteReply(term, true);
  }

  @Test
  @DisplayName("§5.2: an election raises the term and gives the candidate its own vote")
  void begin() {
    ServerState state = Given.follower(3, 4, 1, 3);
    Election election = new Election(state);
    election.begin();
    assertThat(state.role()).isInstanceOf(Role.Candidate.class);
    assertThat(state.persistent().votedFor()).hasValue(0);
    assertThat(state.persistent().isSaved()).isFalse();
    assertThat(election.ballot()).isEqualTo(new RequestVoteArgs(5, 0, 2, 3));
  }

  @Test
  @DisplayName("§5.2: a server alone elects itself")
  void alone() {
    ServerState state = Given.follower(1, 0);
    new Election(state).begin();
    assertThat(state.isLeader()).isTrue();
  }

  @Test
  @DisplayName("§5.2: a majority of votes makes a leader, once")
  void majority() {
    ServerState state = Given.follower(5, 0);
    Election election = new Election(state);
    election.begin();
    RequestVoteArgs ballot = election.ballot();
    assertThat(election.voteReply(1, ballot, yes(1))).isFalse();
    assertThat(election.voteReply(2, ballot, NO)).isFalse();
    assertThat(state.isLeader()).isFalse();
    assertThat(election.voteReply(3, ballot, yes(1))).isTrue();
    assertThat(state.isLeader()).isTrue();
    assertThat(election.voteReply(4, ballot, yes(1))).isFalse();
    assertThat(state.isLeader()).isTrue();
  }

  @Test
  @DisplayName("§5.2: a vote that arrives twice counts once")
  void duplicateVote() {
    ServerState state = Given.follower(5, 0);
    Election election = new Election(state);
    election.begin();
    election.voteReply(1, election.ballot(), yes(1));
    assertThat(election.voteReply(1, election.ballot(), yes(1))).isFalse();
    assertThat(state.isLeader()).isFalse();
  }

  @Test
  @DisplayName("§5.2: a vote for an earlier ballot does not count in a later term")
  void lateVote() {
    ServerState state = Given.follower(3, 0);
    Election election = new Election(state);
    election.begin();
    RequestVoteArgs first = election.ballot();
    election.begin();
    assertThat(election.voteReply(1, first, yes(1))).isFalse();
    assertThat(state.isLeader()).isFalse();
    assertThat(state.currentTerm()).isEqualTo(2);
  }

  @Test
  @DisplayName("§5.2: a vote does not count for a candidate that has given way to a leader")
  void voteAfterGivingWay() {
    ServerState state = Given.follower(3, 0);
    Election election = new Election(state);
    election.begin();
    state.acknowledgeLeader();
    assertThat(election.voteReply(1, election.ballot(), yes(1))).isFalse();
    assertThat(state.isLeader()).isFalse();
  }

  @Test
  @DisplayName("§5.1: a later term in the reply ends the candidacy")
  void laterTermInReply() {
    ServerState state = Given.follower(3, 0);
    Election election = new Election(state);
    election.begin();
    election.voteReply(1, election.ballot(), new RequestVoteReply(7, false));
    assertThat(state.currentTerm()).isEqualTo(7);
    assertThat(state.role()).isEqualTo(new Role.Follower());
  }

  @Test
  @DisplayName("§5.1: a candidate of an older term is refused and told the current one")
  void olderCandidate() {
    Election election = new Election(Given.follower(3, 5));
    assertThat(election.requestVote(new RequestVoteArgs(4, 1, 9, 4)))
        .isEqualTo(new RequestVoteReply(5, false));
  }

  @Test
  @DisplayName("§5.1: a later term is adopted even where the vote is refused")
  void adoptsTerm() {
    ServerState state = Given.leader(3, 5, 5);
    RequestVoteReply reply = new Election(state).requestVote(new RequestVoteArgs(6, 1, 0, 0));
    assertThat(reply).isEqualTo(new RequestVoteReply(6, false));
    assertThat(state.isLeader()).isFalse();
    assertThat(state.persistent().votedFor()).isEmpty();
    assertThat(state.persistent().isSaved()).isFalse();
  }

  @Test
  @DisplayName("§5.2: one vote a term, first come, first served, server 0 like any other")
  void oneVote() {
    Election election = new Election(Given.follower(3, 1));
    assertThat(election.requestVote(new RequestVoteArgs(2, 0, 0, 0)).voteGranted()).isTrue();
    assertThat(election.requestVote(new RequestVoteArgs(2, 2, 0, 0)).voteGranted()).isFalse();
    assertThat(election.requestVote(new RequestVoteArgs(3, 2, 0, 0)).voteGranted()).isTrue();
  }

  @Test
  @DisplayName("§5.2: asked again by the same candidate, the vote is given again")
  void sameVoteAgain() {
    Election election = new Election(Given.follower(3, 1));
    RequestVoteArgs args = new RequestVoteArgs(2, 1, 0, 0);
    assertThat(election.requestVote(args)).isEqualTo(election.requestVote(args)).isEqualTo(yes(2));
  }

  @Test
  @DisplayName("§5.2: a vote given must be on stable storage before the reply")
  void voteIsPersistent() {
    ServerState state = Given.follower(3, 2);
    new Election(state).requestVote(new RequestVoteArgs(2, 1, 0, 0));
    assertThat(state.persistent().isSaved()).isFalse();
    assertThat(state.persistent().votedFor()).hasValue(1);
  }

  @Test
  @DisplayName("§5.2: neither a candidate nor a leader votes for a rival of its term")
  void rivalOfTheTerm() {
    ServerState state = Given.follower(1, 0);
    Election election = new Election(state);
    election.begin();
    assertThat(election.requestVote(new RequestVoteArgs(1, 1, 9, 9)).voteGranted()).isFalse();
  }

  @ParameterizedTest(name = "§5.4.1: voter log 1 1 3; candidate last index {0}, term {1}: {2}")
  @CsvSource({
    "3, 3, true", // equal logs
    "4, 3, true", // longer in the same term
    "2, 3, false", // shorter in the same term
    "1, 4, true", // shorter with a later term
    "9, 2, false", // longer with an earlier term
    "0, 0, false"
  })
  void upToDate(int lastLogIndex, int lastLogTerm, boolean granted) {
    Election election = new Election(Given.follower(3, 4, 1, 1, 3));
    RequestVoteArgs args = new RequestVoteArgs(5, 1, lastLogIndex, lastLogTerm);
    assertThat(election.requestVote(args).voteGranted()).isEqualTo(granted);
  }

  @Test
  @DisplayName("§5.4.1, §7: after compaction the snapshot's last entry counts as the log's")
  void upToDateAfterCompaction() {
    ServerState state = Given.follower(3, 4, new Log(5, 3, Given.entries()));
    Election election = new Election(state);
    assertThat(election.requestVote(new RequestVoteArgs(5, 1, 4, 3)).voteGranted()).isFalse();
    assertThat(election.requestVote(new RequestVoteArgs(6, 1, 5, 3)).voteGranted()).isTrue();
  }
}
