package io.raftbed.cluster;

import static io.raftbed.cluster.History.append;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LeaderAppendOnlyTest {
  private final History history = new History(3, (servers, v) -> new LeaderAppendOnly(v));

  @Test
  void aGrowingLogIsLegal() {
    history
        .send(0, 1, append(3, 0, 0, 0, 1, 2))
        .send(0, 1, append(3, 2, 2, 0, 3))
        .sendSnapshot(0, 2, 3, 2, 2)
        .send(0, 2, append(3, 1, 1, 0, 2, 3));
    assertThat(history.objections()).isEmpty();
  }

  @Test
  void anotherTermMayShowAnotherLog() {
    history
        .send(0, 1, append(3, 0, 0, 0, 1, 2))
        .send(1, 0, append(4, 0, 0, 0, 1, 1))
        .send(0, 1, append(3, 1, 1, 0, 2));
    assertThat(history.objections()).isEmpty();
  }

  @Test
  void whatStandsForNothingIsNotJudged() {
    history
        .send(0, 1, append(3, 0, 0, 0, 1))
        .send(0, 1, append(3, 0, -1, 0))
        .send(0, 1, append(3, 1, 0, 0));
    assertThat(history.objections()).isEmpty();
  }

  @Test
  void anEntryIsNotOverwritten() {
    history.send(0, 1, append(3, 0, 0, 0, 1, 2)).send(0, 2, append(3, 0, 0, 0, 1, 3));
    assertThat(history.objections())
        .containsExactly(
            "S0, leader of term 3, changed its log at index 2:"
                + " it showed an entry of term 2; it now shows an entry of term 3");
  }

  @Test
  void prevLogTermAndSnapshotsShowTheLogToo() {
    history.send(0, 1, append(3, 2, 2, 0)).send(0, 1, append(3, 2, 1, 0));
    history.sendSnapshot(0, 1, 3, 2, 3);
    assertThat(history.objections()).hasSize(2);
  }
}
