package io.raftbed.reference.kv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SnapshotRuleTest {

  @Test
  @DisplayName("§7: a snapshot is due at three quarters of the limit")
  void nearTheLimit() {
    SnapshotRule rule = new SnapshotRule(1_000);
    rule.applied(750);
    assertThat(rule.isDue(749)).isFalse();
    assertThat(rule.isDue(750)).isTrue();
  }

  @Test
  @DisplayName("a snapshot that would free next to nothing is not due")
  void worthIt() {
    SnapshotRule rule = new SnapshotRule(1_000);
    rule.applied(749);
    assertThat(rule.isDue(3_000)).isFalse();
    rule.applied(1);
    assertThat(rule.isDue(3_000)).isTrue();
    rule.compacted();
    assertThat(rule.isDue(3_000)).isFalse();
  }

  @Test
  void noLimitNoSnapshots() {
    SnapshotRule rule = new SnapshotRule(Integer.MAX_VALUE);
    rule.applied(Integer.MAX_VALUE);
    assertThat(rule.isDue(Integer.MAX_VALUE)).isFalse();
  }
}
