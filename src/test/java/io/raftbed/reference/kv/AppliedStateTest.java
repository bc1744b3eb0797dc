package io.raftbed.reference.kv;

import static io.raftbed.reference.kv.Journal.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AppliedStateTest {

  private final Journal journal = new Journal();
  private final AppliedState state = new AppliedState(journal);

  @Test
  @DisplayName("Figure 2: lastApplied goes up by one with each command")
  void inOrder() {
    assertThat(state.lastApplied()).isZero();
    assertThat(state.apply(1, bytes("a"))).isEqualTo(bytes("a"));
    assertThat(state.apply(2, bytes("b"))).isEqualTo(bytes("ab"));
    assertThat(state.lastApplied()).isEqualTo(2);
  }

  @Test
  void refusesAGapAndACommandTwice() {
    state.apply(1, bytes("a"));
    assertThatIllegalStateException()
        .isThrownBy(() -> state.apply(3, bytes("c")))
        .withMessage("Raft applied index 3 where index 2 comes next");
    assertThatIllegalStateException().isThrownBy(() -> state.apply(1, bytes("a")));
    assertThat(journal).hasToString("a");
  }

  @Test
  @DisplayName("§7: a snapshot holds the state and the index it belongs to, in one")
  void snapshot() {
    state.apply(1, bytes("a"));
    state.apply(2, bytes("b"));
    Journal other = new Journal();
    AppliedState restored = new AppliedState(other);
    restored.restore(state.snapshot());
    assertThat(restored.lastApplied()).isEqualTo(2);
    assertThat(other).hasToString("ab");
  }

  @Test
  void refusesATornSnapshotAndKeepsTheState() {
    state.apply(1, bytes("a"));
    byte[] whole = state.snapshot();
    for (int length = 0; length < whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThatIllegalArgumentException().isThrownBy(() -> state.restore(part));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> state.restore(Arrays.copyOf(whole, whole.length + 1)));
    assertThat(state.lastApplied()).isEqualTo(1);
    assertThat(journal).hasToString("a");
  }
}
