package io.raftbed.cluster;

import static io.raftbed.cluster.History.append;
import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.lab.AppendEntriesReply;
import org.junit.jupiter.api.Test;

class DurableLogTest {
  private final History history = new History(5, DurableLog::new);

  @Test
  void acknowledgedEntriesAreBuiltUpon() {
    history
        .replicate(0, 1, append(1, 0, 0, 0, 1, 1))
        .boot(1)
        .replicate(0, 1, append(1, 2, 1, 0, 1))
        .askVote(1, 2, 2, 3);
    assertThat(history.objections()).isEmpty();
  }

  @Test
  void aFollowerThatForgotRefuses() {
    history
        .replicate(0, 1, append(1, 0, 0, 0, 1, 1))
        .boot(1)
        .send(0, 1, append(1, 2, 1, 0))
        .refuse(1, 0, append(1, 2, 1, 0));
    assertThat(history.objections())
        .containsExactly(
            "S1 lost entries that it had acknowledged in term 1:"
                + " it acknowledged index 2 to S0;"
                + " it now refuses AppendEntries after index 2 of the same leader and term");
  }

  @Test
  void aFollowerThatForgotStandsWithAShorterLog() {
    history.replicate(0, 1, append(1, 0, 0, 0, 1, 1)).boot(1).askVote(1, 2, 2, 0);
    assertThat(history.objections())
        .singleElement()
        .asString()
        .contains("as candidate of term 2 its log ends at index 0");
  }

  @Test
  void aRequestSentBeforeTheAcknowledgementMayHaveBeenHandledBefore() {
    history
        .send(0, 1, append(1, 2, 1, 0, 1))
        .replicate(0, 1, append(1, 0, 0, 0, 1, 1))
        .refuse(1, 0, append(1, 2, 1, 0, 1));
    assertThat(history.objections()).isEmpty();
  }

  @Test
  void refusalsBeyondWhatWasAcknowledgedAreLegal() {
    history
        .replicate(0, 1, append(1, 0, 0, 0, 1))
        .send(0, 1, append(1, 3, 1, 0))
        .refuse(1, 0, append(1, 3, 1, 0));
    assertThat(history.objections()).isEmpty();
  }

  @Test
  void aServerThatWentOnToALaterTermRefuses() {
    history
        .replicate(0, 1, append(1, 0, 0, 0, 1))
        .send(0, 1, append(1, 1, 1, 0))
        .answer(1, 0, append(1, 1, 1, 0), new AppendEntriesReply(2, false, -1, -1, -1));
    assertThat(history.objections()).isEmpty();
  }

  @Test
  void aLaterLeaderMayCutTheLog() {
    history
        .replicate(0, 1, append(1, 0, 0, 0, 1, 1, 1))
        .send(2, 1, append(2, 0, 0, 0, 2))
        .ack(1, 2, append(2, 0, 0, 0, 2))
        .send(0, 1, append(1, 3, 1, 0))
        .refuse(1, 0, append(1, 3, 1, 0))
        .askVote(1, 0, 3, 1);
    assertThat(history.objections()).isEmpty();
  }

  @Test
  void whatIsInASnapshotOrAppliedMayBeRefused() {
    history.replicate(0, 1, append(1, 0, 0, 0, 1, 1)).apply(1, 1, "a").apply(1, 2, "b");
    history.send(0, 1, append(1, 2, 1, 2)).refuse(1, 0, append(1, 2, 1, 2));
    history.snapshot(1, 2).boot(1).refuse(1, 0, append(1, 2, 1, 2));
    history.replicate(0, 3, append(1, 0, 0, 0, 1, 1)).sendSnapshot(0, 3, 1, 2, 1);
    history.send(0, 3, append(1, 2, 1, 2)).refuse(3, 0, append(1, 2, 1, 2));
    assertThat(history.objections()).isEmpty();
  }

  @Test
  void whatWasAppliedInAnEarlierLifeIsNoExcuse() {
    history
        .replicate(0, 1, append(1, 0, 0, 0, 1))
        .apply(1, 1, "a")
        .boot(1)
        .send(0, 1, append(1, 1, 1, 1))
        .refuse(1, 0, append(1, 1, 1, 1));
    assertThat(history.objections()).hasSize(1);
  }

  @Test
  void aSnapshotThatDropsTheTailIsFound() {
    history
        .replicate(0, 1, append(1, 0, 0, 0, 1, 1, 1))
        .sendSnapshot(0, 1, 1, 1, 1)
        .ackSnapshot(1, 0, 1, 1, 1)
        .send(0, 1, append(1, 3, 1, 1))
        .refuse(1, 0, append(1, 3, 1, 1));
    assertThat(history.objections()).hasSize(1);
  }

  @Test
  void aLateCandidacyOfAnOlderTermIsNotJudged() {
    history.replicate(0, 1, append(3, 0, 0, 0, 3)).askVote(1, 2, 2, 0).askVote(1, 2, 3, 0);
    assertThat(history.objections()).isEmpty();
  }
}
