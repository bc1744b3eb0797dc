package io.raftbed.reference.raft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.raftbed.lab.LogEntry;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PersistentStateTest {

  static Stream<Named<Consumer<PersistentState>>> changes() {
    return Stream.of(
        Named.of("a new term", state -> state.enterTerm(1)),
        Named.of("a vote", state -> state.voteFor(0)),
        Named.of("an entry", state -> state.append(new LogEntry(1, new byte[0]))),
        Named.of("a truncation", state -> state.truncateFrom(1)),
        Named.of("a snapshot", state -> state.replaceBySnapshot(1, 1, new byte[1])));
  }

  @ParameterizedTest(name = "Figure 2: {0} must go to stable storage")
  @MethodSource("changes")
  void changeIsUnsaved(Consumer<PersistentState> change) {
    PersistentState state = new PersistentState(Given.ids(3));
    state.append(new LogEntry(1, new byte[0]));
    state.markSaved();
    assertThat(state.isSaved()).isTrue();
    change.accept(state);
    assertThat(state.isSaved()).isFalse();
  }

  @Test
  @DisplayName("§5.1: terms only grow, and each begins without a vote")
  void terms() {
    PersistentState state = new PersistentState(Given.ids(3));
    state.enterTerm(2);
    state.voteFor(1);
    assertThatIllegalArgumentException().isThrownBy(() -> state.enterTerm(2));
    assertThat(state.votedFor()).hasValue(1);
    state.enterTerm(3);
    assertThat(state.votedFor()).isEmpty();
  }
}
