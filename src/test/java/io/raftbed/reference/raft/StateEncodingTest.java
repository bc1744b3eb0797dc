package io.raftbed.reference.raft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.primitives.Bytes;
import io.raftbed.lab.Configuration;
import io.raftbed.lab.LogEntry;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StateEncodingTest {

  private static final byte[] SNAPSHOT = {1, 2, 3};
  private static final int TRAILER_BYTES = 21;
  private static final List<Integer> FOUNDERS = List.of(0, 1, 2);
  private static final Configuration MEMBERS =
      new Configuration.Joint(List.of(0, 1), List.of(1, 2));

  private static byte[] encoded(OptionalInt votedFor) {
    List<LogEntry> entries =
        List.of(new LogEntry(3, new byte[] {10, 11}), new LogEntry(4, new byte[0]));
    Log log = new Log(6, 2, entries);
    return new StateEncoding()
        .whole(
            new PersistentState(
                5, votedFor, log, SNAPSHOT, new Configurations(FOUNDERS, 6, MEMBERS.command()), 4));
  }

  @Test
  @DisplayName("Figure 2: currentTerm, votedFor and log[] come back from stable storage")
  void roundTrip() {
    PersistentState state = StateEncoding.decode(encoded(OptionalInt.of(0)), SNAPSHOT, FOUNDERS);
    assertThat(state.currentTerm()).isEqualTo(5);
    assertThat(state.votedFor()).hasValue(0);
    assertThat(state.log().lastIncludedIndex()).isEqualTo(6);
    assertThat(state.log().lastIncludedTerm()).isEqualTo(2);
    assertThat(Given.terms(state.log())).containsExactly(3, 4);
    assertThat(state.log().entryAt(7).command()).containsExactly(10, 11);
    assertThat(state.log().entryAt(8).command()).isEmpty();
    assertThat(state.snapshot()).isEqualTo(SNAPSHOT);
    assertThat(state.configurations().latest()).isEqualTo(MEMBERS);
    assertThat(state.partFrom()).isEqualTo(4);
    assertThat(state.isSaved()).isTrue();
  }

  @Test
  @DisplayName("§6: founders are told at each boot; members of the log come back with it")
  void members() {
    PersistentState joining = new PersistentState(List.of());
    joining.append(new LogEntry(1, MEMBERS.command()));
    byte[] saved = new StateEncoding().whole(joining);
    PersistentState again = StateEncoding.decode(saved, new byte[0], List.of());
    assertThat(again.configurations().latest()).isEqualTo(MEMBERS);
    assertThat(again.configurations().latestIndex()).isEqualTo(1);
    again.truncateFrom(1);
    assertThat(again.configurations().latest()).isEqualTo(Configuration.none());
    assertThat(again.takesPart()).isFalse();
  }

  @Test
  @DisplayName("§5.2: no vote comes back as no vote, which is not a vote for server 0")
  void noVote() {
    PersistentState state = StateEncoding.decode(encoded(OptionalInt.empty()), SNAPSHOT, FOUNDERS);
    assertThat(state.votedFor()).isEmpty();
  }

  @Test
  @DisplayName("Figure 2: on first boot the term is 0 and the log empty")
  void firstBoot() {
    PersistentState state = StateEncoding.decode(new byte[0], new byte[0], FOUNDERS);
    assertThat(state.currentTerm()).isZero();
    assertThat(state.votedFor()).isEmpty();
    assertThat(state.log().lastIndex()).isZero();
  }

  @Test
  @DisplayName("a state that ends too early, anywhere, is refused")
  void truncated() {
    byte[] whole = encoded(OptionalInt.of(1));
    for (int length = 1; length < whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThatIllegalArgumentException()
          .as("first %d bytes", length)
          .isThrownBy(() -> StateEncoding.decode(part, SNAPSHOT, FOUNDERS));
    }
    assertThatCode(() -> StateEncoding.decode(whole, SNAPSHOT, FOUNDERS))
        .doesNotThrowAnyException();
  }

  @Test
  @DisplayName("a state with bytes after its end is refused")
  void trailing() {
    byte[] whole = encoded(OptionalInt.of(1));
    byte[] longer = Arrays.copyOf(whole, whole.length + 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StateEncoding.decode(longer, SNAPSHOT, FOUNDERS))
        .withMessageContaining("version");
  }

  @Test
  @DisplayName("another version and negative numbers are refused")
  void garbage() {
    byte[] otherVersion = encoded(OptionalInt.of(1));
    otherVersion[otherVersion.length - TRAILER_BYTES] = 1;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StateEncoding.decode(otherVersion, SNAPSHOT, FOUNDERS))
        .withMessageContaining("version");
    byte[] negativeTerm = encoded(OptionalInt.of(1));
    negativeTerm[negativeTerm.length - TRAILER_BYTES + 1] = -1;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StateEncoding.decode(negativeTerm, SNAPSHOT, FOUNDERS))
        .withMessageContaining("negative");
  }

  @Test
  @DisplayName("§7: the encoded state does not grow with the snapshot")
  void snapshotApart() {
    PersistentState small = new PersistentState(FOUNDERS);
    small.enterTerm(1);
    PersistentState large =
        new PersistentState(
            1,
            OptionalInt.empty(),
            new Log(),
            new byte[10_000],
            new Configurations(FOUNDERS, 0, Configurations.FOUNDERS),
            0);
    assertThat(new StateEncoding().whole(large)).isEqualTo(new StateEncoding().whole(small));
  }

  @Test
  @DisplayName("what is kept and its suffix are the same bytes as encoding all of it")
  void incremental() {
    Random random = new Random(1);
    PersistentState state = new PersistentState(FOUNDERS);
    StateEncoding incremental = new StateEncoding();
    byte[] stored = {};
    for (int i = 0; i < 2_000; i++) {
      change(state, random);
      if (random.nextBoolean()) {
        int kept = incremental.kept(state);
        stored = Bytes.concat(Arrays.copyOf(stored, kept), incremental.suffix(state));
        assertThat(stored).isEqualTo(new StateEncoding().whole(state));
        state.markSaved();
      }
    }
  }

  private static void change(PersistentState state, Random random) {
    Log log = state.log();
    int held = log.lastIndex() - log.lastIncludedIndex();
    switch (random.nextInt(8)) {
      case 0 -> state.enterTerm(state.currentTerm() + 1);
      case 1 -> state.voteFor(random.nextInt(5));
      case 2 -> {
        if (held > 0) {
          state.truncateFrom(log.lastIndex() - random.nextInt(held));
        }
      }
      case 3 -> {
        if (held > 0 && random.nextInt(5) == 0) {
          int index = log.lastIncludedIndex() + 1 + random.nextInt(held);
          state.replaceBySnapshot(index, log.termAt(index), SNAPSHOT);
        }
      }
      default -> {
        byte[] command = new byte[random.nextInt(20)];
        random.nextBytes(command);
        state.append(new LogEntry(state.currentTerm(), command));
      }
    }
  }
}
