package io.raftbed.cluster;

import static io.raftbed.cluster.History.append;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommitRuleTest {

  private static History cluster(int servers) {
    return new History(servers, CommitRule::new);
  }

  @Test
  void aQuorumCommits() {
    History history =
        cluster(3)
            .send(0, 2, append(1, 0, 0, 0, 1, 1))
            .replicate(0, 1, append(1, 0, 0, 0, 1, 1))
            .send(0, 2, append(1, 0, 0, 2, 1, 1));
    assertThat(history.objections()).isEmpty();
  }

  @Test
  void theLeaderAloneDoesNotCommit() {
    History history =
        cluster(3).send(0, 1, append(1, 0, 0, 0, 1)).send(0, 2, append(1, 0, 0, 1, 1));
    assertThat(history.objections())
        .containsExactly(
            "S0, leader of term 1, takes index 1 for committed, which is not:"
                + " leaderCommit is 1; committed is index 0;"
                + " acknowledged in term 1: S0 leads, S1 up to 0, S2 up to 0;"
                + " its own term's entries begin at index 1; needed: 2 of S0, S1, S2");
  }

  @Test
  void aMessageToItselfIsNoSecondReplica() {
    History history =
        cluster(3).replicate(0, 0, append(1, 0, 0, 0, 1)).send(0, 1, append(1, 1, 1, 1));
    assertThat(history.objections()).hasSize(1);
  }

  @Test
  void fourServersNeedThree() {
    History history = cluster(4).replicate(0, 1, append(1, 0, 0, 0, 1));
    assertThat(history.send(0, 2, append(1, 0, 0, 1, 1)).objections()).hasSize(1);
    history = cluster(4).replicate(0, 1, append(1, 0, 0, 0, 1));
    history.replicate(0, 2, append(1, 0, 0, 0, 1));
    assertThat(history.send(0, 2, append(1, 1, 1, 1)).objections()).isEmpty();
  }

  @Test
  void entriesOfOlderTermsAreNotCountedAlone() {
    History history =
        cluster(5)
            .replicate(0, 1, append(2, 0, 0, 0, 1, 2))
            .replicate(0, 1, append(4, 0, 0, 0, 1, 2))
            .replicate(0, 2, append(4, 0, 0, 0, 1, 2));
    assertThat(history.send(0, 3, append(4, 0, 0, 2, 1, 2)).objections())
        .singleElement()
        .asString()
        .contains("no entry of its own term");
  }

  @Test
  void anOwnEntryCommitsTheOlderOnesBefore() {
    History history =
        cluster(5)
            .replicate(0, 1, append(4, 0, 0, 0, 1, 2, 4))
            .replicate(0, 2, append(4, 1, 1, 0, 2, 4))
            .send(0, 3, append(4, 0, 0, 3, 1, 2, 4));
    assertThat(history.objections()).isEmpty();
  }

  @Test
  void anOwnEntryThatAQuorumLacksCommitsNothingBefore() {
    History history =
        cluster(5)
            .replicate(0, 1, append(4, 0, 0, 0, 1, 2, 4))
            .replicate(0, 2, append(4, 0, 0, 0, 1, 2));
    assertThat(history.send(0, 3, append(4, 0, 0, 2, 1, 2, 4)).objections()).hasSize(1);
  }

  @Test
  void acknowledgementsOfAnEarlierLeadershipDoNotCount() {
    History history =
        cluster(5)
            .replicate(0, 1, append(2, 0, 0, 0, 2))
            .replicate(0, 2, append(4, 0, 0, 0, 2, 4))
            .ack(1, 0, append(2, 0, 0, 0, 2, 2));
    assertThat(history.send(0, 3, append(4, 0, 0, 2, 2, 4)).objections()).hasSize(1);
  }

  @Test
  void aCommitIndexIsCarriedIntoALaterTerm() {
    History history =
        cluster(3)
            .replicate(0, 1, append(1, 0, 0, 0, 1))
            .send(1, 0, append(2, 0, 0, 0, 1))
            .send(0, 1, append(3, 1, 1, 1));
    assertThat(history.objections()).isEmpty();
  }

  @Test
  void aLostReplyStillAcknowledges() {
    History history =
        cluster(3)
            .replicate(0, 1, append(1, 0, 0, 0, 1))
            .replicate(0, 1, append(1, 1, 1, 0))
            .sendSnapshot(0, 2, 1, 1, 1);
    assertThat(history.objections()).isEmpty();
  }

  @Test
  void aRefusalIsNoAcknowledgement() {
    History history =
        cluster(3)
            .send(0, 1, append(1, 0, 0, 0, 1))
            .refuse(1, 0, append(1, 0, 0, 0, 1))
            .send(0, 1, append(1, 0, 0, 1, 1));
    assertThat(history.objections()).hasSize(1);
  }

  @Test
  void anInstalledSnapshotAcknowledgesWhatItCovers() {
    History history =
        cluster(3)
            .replicate(0, 1, append(1, 0, 0, 0, 1, 1))
            .sendSnapshot(0, 2, 1, 2, 1)
            .ackSnapshot(2, 0, 1, 2, 1)
            .send(0, 2, append(1, 2, 1, 2));
    assertThat(history.objections()).isEmpty();
  }

  @Test
  void aSnapshotCoversOnlyWhatIsCommitted() {
    History history = cluster(3).replicate(0, 1, append(1, 0, 0, 0, 1)).sendSnapshot(0, 2, 1, 2, 1);
    assertThat(history.objections()).singleElement().asString().contains("lastIncludedIndex is 2");
  }
}
