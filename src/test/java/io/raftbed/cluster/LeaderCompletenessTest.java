package io.raftbed.cluster;

import static io.raftbed.cluster.History.append;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LeaderCompletenessTest {
  private final History history = new History(5, (servers, v) -> new LeaderCompleteness(v));

  @Test
  void laterLeadersHaveWhatWasCommitted() {
    history
        .send(0, 1, append(1, 0, 0, 2, 1, 1, 1))
        .send(1, 2, append(2, 0, 0, 2, 1, 1, 2))
        .sendSnapshot(2, 3, 3, 2, 1);
    assertThat(history.objections()).isEmpty();
  }

  @Test
  void anUncommittedTailMayBeReplaced() {
    history.send(0, 1, append(1, 0, 0, 1, 1, 1)).send(1, 2, append(2, 1, 1, 1, 2));
    assertThat(history.objections()).isEmpty();
  }

  @Test
  void aDeposedLeaderMayShowWhatWasNeverCommitted() {
    history
        .send(1, 2, append(3, 1, 1, 2, 3))
        .send(0, 4, append(2, 1, 1, 1, 2, 2))
        .send(0, 4, append(2, 2, 2, 1));
    assertThat(history.objections()).isEmpty();
  }

  @Test
  void aLaterLeaderDoesNotShowAnotherEntry() {
    history.send(0, 1, append(1, 0, 0, 2, 1, 1)).send(1, 2, append(3, 1, 1, 0, 2));
    assertThat(history.objections())
        .containsExactly(
            "S1, leader of term 3, lacks the committed entry at index 2:"
                + " committed is an entry of term 1, claimed so in term 1;"
                + " S1 shows an entry of term 2");
  }

  @Test
  void prevLogTermShowsTheLogToo() {
    history.send(0, 1, append(1, 0, 0, 2, 1, 1)).send(1, 2, append(3, 2, 2, 0));
    assertThat(history.objections()).hasSize(1);
  }

  @Test
  void nobodyClaimsAnotherEntryNotEvenADeposedLeader() {
    history.send(1, 2, append(3, 1, 1, 2, 3)).send(0, 4, append(2, 1, 1, 2, 2));
    assertThat(history.objections()).singleElement().asString().contains("and claims it committed");
  }

  @Test
  void aSnapshotAgreesWithWhatWasCommitted() {
    history.send(0, 1, append(1, 0, 0, 2, 1, 1)).sendSnapshot(1, 2, 3, 2, 3);
    assertThat(history.objections()).hasSize(1);
  }

  @Test
  void whatASnapshotCoversIsCommitted() {
    history.sendSnapshot(1, 2, 3, 100, 3).send(0, 2, append(4, 99, 2, 0, 4));
    assertThat(history.objections()).hasSize(1);
  }

  @Test
  void anOlderClaimThatShowsUpLateBindsEarlierLeadersToo() {
    history
        .send(2, 3, append(5, 0, 0, 1, 1))
        .send(0, 1, append(1, 0, 0, 1, 1))
        .send(1, 3, append(3, 0, 0, 0, 3));
    assertThat(history.objections()).hasSize(1);
  }
}
