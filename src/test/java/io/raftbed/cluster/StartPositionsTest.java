package io.raftbed.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StartPositionsTest {
  private final History history = new History(3, (servers, v) -> new StartPositions(v));

  @Test
  void aLostIndexIsGivenAgainInAnotherTerm() {
    history.start(0, "a", 1, 1).start(1, "b", 1, 2).start(1, "a", 2, 2);
    assertThat(history.objections()).isEmpty();
  }

  @Test
  void aPositionIsGivenOnce() {
    history.start(0, "a", 1, 1).start(0, "b", 1, 1);
    assertThat(history.objections())
        .containsExactly(
            "index 1 of term 1 was given to two commands: first by S0; then by S0 to \"b\"");
  }
}
