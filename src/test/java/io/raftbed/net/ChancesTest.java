package io.raftbed.net;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ChancesTest {

  @Test
  void refusesWhatIsNoProbability() {
    assertThatThrownBy(() -> new Chances(1.5, 0, 0, 0))
        .hasMessage("requestLoss is 1.5, not between 0 and 1.");
  }
}
