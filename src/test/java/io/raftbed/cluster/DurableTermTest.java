package io.raftbed.cluster;

import static io.raftbed.cluster.History.append;
import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.lab.AppendEntriesReply;
import io.raftbed.lab.RequestVoteReply;
import org.junit.jupiter.api.Test;

class DurableTermTest {
  private final History history = new History(3, DurableTerm::new);

  @Test
  void oneLifeMaySendLateMessages() {
    history.askVote(0, 1, 4).send(0, 1, append(3, 0, 0, 0)).sendSnapshot(0, 1, 2, 1, 1);
    assertThat(history.objections()).isEmpty();
  }

  @Test
  void theTermIsKeptOverARestart() {
    history.askVote(0, 1, 4).boot(0).askVote(0, 1, 4).boot(0).send(0, 1, append(5, 0, 0, 0));
    assertThat(history.objections()).isEmpty();
  }

  @Test
  void anUnsetFieldIsNoTerm() {
    history
        .grant(0, 1, 4)
        .boot(0)
        .answer(0, 1, append(4, 0, 0, 0), new AppendEntriesReply(0, true, -1, -1, -1));
    assertThat(history.objections()).isEmpty();
  }

  @Test
  void aReplyIsAPromise() {
    history.grant(0, 1, 4).boot(0).askVote(0, 1, 1);
    assertThat(history.objections())
        .containsExactly(
            "S0 forgot its term over a restart: before the restart it showed term 4;"
                + " now RequestVote carries term 1");
  }

  @Test
  void repliesAreJudgedToo() {
    history.askVote(0, 1, 4).boot(0).vote(0, 2, 3, new RequestVoteReply(3, false));
    assertThat(history.objections()).hasSize(1);
  }

  @Test
  void otherServersDoNotMatter() {
    history.askVote(0, 1, 4).boot(1).askVote(1, 0, 1);
    assertThat(history.objections()).isEmpty();
  }
}
