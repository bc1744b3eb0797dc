package io.raftbed.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StateMachineSafetyTest {
  private final History history = new History(3, (servers, v) -> new StateMachineSafety(v));

  @Test
  void oneCommandAnIndexEvenAfterARestart() {
    history.apply(0, 1, "a").apply(1, 1, "a").boot(0).apply(0, 1, "a").apply(0, 2, "a");
    assertThat(history.objections()).isEmpty();
  }

  @Test
  void twoServersDoNotDiffer() {
    history.apply(0, 1, "a").apply(1, 1, "b");
    assertThat(history.objections())
        .containsExactly("two commands applied at index 1: S0 applied \"a\"; S1 applied \"b\"");
  }

  @Test
  void oneServerDoesNotChangeItsMind() {
    history.apply(0, 7, "a").boot(0).apply(0, 7, "b");
    assertThat(history.objections()).hasSize(1);
  }
}
