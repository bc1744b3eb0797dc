package io.raftbed.reference.raft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.raftbed.lab.LogEntry;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LogTest {

  /** Indexes 6 to 9 after a snapshot up to index 5 of term 2. */
  private final Log compacted = new Log(5, 2, Given.entries(2, 3, 3, 5));

  @Test
  @DisplayName("Figure 2: the first index is 1, and an empty log ends at index 0 of term 0")
  void empty() {
    Log log = new Log();
    assertThat(log.lastIndex()).isZero();
    assertThat(log.lastTerm()).isZero();
    log.append(new LogEntry(4, new byte[0]));
    assertThat(log.lastIndex()).isEqualTo(1);
    assertThat(log.termAt(1)).isEqualTo(4);
  }

  @Test
  @DisplayName("§7: indexes count on after a snapshot, and the snapshot's last term stays known")
  void offset() {
    assertThat(compacted.lastIndex()).isEqualTo(9);
    assertThat(compacted.termAt(5)).isEqualTo(2);
    assertThat(compacted.termAt(7)).isEqualTo(3);
    assertThat(compacted.lastTerm()).isEqualTo(5);
    assertThat(new Log(5, 2, List.of()).lastTerm()).isEqualTo(2);
  }

  @Test
  @DisplayName("§7: what a snapshot replaced, and what was never there, cannot be read")
  void outside() {
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> compacted.entryAt(5));
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> compacted.termAt(4));
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> compacted.entryAt(10));
  }

  @Test
  @DisplayName("§5.3: an entry matches by index and term")
  void matches() {
    assertThat(compacted.matches(7, 3)).isTrue();
    assertThat(compacted.matches(7, 2)).isFalse();
    assertThat(compacted.matches(10, 5)).isFalse();
    assertThat(compacted.matches(5, 2)).isTrue();
    assertThat(new Log().matches(0, 0)).isTrue();
  }

  @Test
  @DisplayName("§7: what a snapshot covers is committed and matches any leader's log")
  void matchesInsideSnapshot() {
    assertThat(compacted.matches(3, 1)).isTrue();
  }

  @Test
  @DisplayName("§5.3: a copy of a range holds both ends and is not touched by later changes")
  void range() {
    List<LogEntry> copy = compacted.entries(6, 8);
    compacted.truncateFrom(6);
    assertThat(copy.stream().map(LogEntry::term)).containsExactly(2, 3, 3);
    assertThat(compacted.entries(6, 5)).isEmpty();
  }

  @Test
  @DisplayName("§5.3: fast backup finds the first and the last index of a term")
  void termBounds() {
    assertThat(compacted.firstIndexOfTermAt(8)).isEqualTo(7);
    assertThat(compacted.firstIndexOfTermAt(6)).isEqualTo(6);
    assertThat(compacted.lastIndexOfTerm(3)).hasValue(8);
    assertThat(compacted.lastIndexOfTerm(2)).hasValue(6);
    assertThat(compacted.lastIndexOfTerm(4)).isEmpty();
    assertThat(compacted.lastIndexOfTerm(1)).isEmpty();
  }

  @Test
  @DisplayName("§5.3: truncating deletes an entry and all that follow it")
  void truncate() {
    compacted.truncateFrom(7);
    assertThat(compacted.lastIndex()).isEqualTo(6);
    assertThat(Given.terms(compacted)).containsExactly(2);
  }

  @Test
  @DisplayName("§7: compaction keeps what follows an entry that the log holds")
  void compactKeepsSuffix() {
    compacted.compactTo(7, 3);
    assertThat(compacted.lastIncludedIndex()).isEqualTo(7);
    assertThat(compacted.lastIncludedTerm()).isEqualTo(3);
    assertThat(Given.terms(compacted)).containsExactly(3, 5);
  }

  @Test
  @DisplayName("§7: compaction up to another entry, or beyond the end, keeps nothing")
  void compactDropsAll() {
    compacted.compactTo(7, 4);
    assertThat(compacted.lastIndex()).isEqualTo(7);
    assertThat(compacted.lastTerm()).isEqualTo(4);
    compacted.compactTo(20, 6);
    assertThat(compacted.lastIndex()).isEqualTo(20);
    assertThat(Given.terms(compacted)).isEmpty();
  }

  @Test
  @DisplayName("§7: a log is never compacted back")
  void compactBack() {
    assertThatIllegalArgumentException().isThrownBy(() -> compacted.compactTo(5, 2));
  }
}
