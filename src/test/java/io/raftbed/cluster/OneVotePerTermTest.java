package io.raftbed.cluster;

import static io.raftbed.cluster.History.append;
import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.lab.RequestVoteReply;
import org.junit.jupiter.api.Test;

class OneVotePerTermTest {
  private final History history = new History(5, (servers, v) -> new OneVotePerTerm(v));

  @Test
  void oneVoteInEachTermIsLegal() {
    history.elect(0, 1, 1, 2).elect(3, 2, 1, 2).grant(1, 3, 2).boot(1).grant(1, 3, 2);
    assertThat(history.objections()).isEmpty();
  }

  @Test
  void refusalsAreNotVotes() {
    history.grant(1, 0, 3).vote(1, 2, 3, new RequestVoteReply(3, false));
    assertThat(history.objections()).isEmpty();
  }

  @Test
  void twoCandidatesOfOneTermAreNotBothGranted() {
    history.grant(1, 0, 3).grant(1, 2, 3);
    assertThat(history.objections())
        .containsExactly("S1 voted twice in term 3: first for S0; then for S2");
  }

  @Test
  void theVoteOutlivesARestart() {
    history.grant(1, 0, 3).boot(1).grant(1, 2, 3);
    assertThat(history.objections()).hasSize(1);
  }

  @Test
  void theVoteBelongsToTheTermAskedForWhateverTheReplySays() {
    history
        .vote(1, 0, 3, new RequestVoteReply(2, true))
        .vote(1, 2, 3, new RequestVoteReply(4, true));
    assertThat(history.objections()).hasSize(1);
  }

  @Test
  void aCandidateVotesForItself() {
    history.askVote(1, 0, 3).grant(1, 2, 3);
    assertThat(history.objections()).singleElement().asString().contains("itself");
  }

  @Test
  void aVoterDoesNotBecomeCandidateOfTheSameTerm() {
    history.grant(1, 2, 3).askVote(1, 0, 3);
    assertThat(history.objections()).hasSize(1);
  }

  @Test
  void aLoserThatHeardTheLeaderMayForgetItsOwnVote() {
    history.askVote(1, 0, 3).send(2, 1, append(3, 0, 0, 0)).grant(1, 4, 3).askVote(1, 3, 3);
    assertThat(history.objections()).isEmpty();
  }

  @Test
  void aVoteForAnotherIsKeptAfterTheLeaderIsHeard() {
    history.grant(1, 2, 3).send(2, 1, append(3, 0, 0, 0)).grant(1, 4, 3);
    assertThat(history.objections()).hasSize(1);
  }

  @Test
  void aLoserStillVotesForOneOtherOnly() {
    history.askVote(1, 0, 3).send(2, 1, append(3, 0, 0, 0)).grant(1, 4, 3).grant(1, 0, 3);
    assertThat(history.objections()).hasSize(1);
  }
}
