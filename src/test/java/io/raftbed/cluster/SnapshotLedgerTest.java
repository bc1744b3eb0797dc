package io.raftbed.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SnapshotLedgerTest {

  private final SnapshotLedger ledger = new SnapshotLedger();

  @Test
  void knowsWhichSnapshotWasTakenWhere() {
    ledger.taken(3, new byte[] {1});
    ledger.taken(5, new byte[] {2});
    assertThat(ledger.has(3, new byte[] {1})).isTrue();
    assertThat(ledger.has(5, new byte[] {1})).isFalse();
    assertThat(ledger.has(3, new byte[] {3})).isFalse();
  }

  @Test
  void equalStatesHaveSeveralIndexes() {
    ledger.taken(3, new byte[] {1});
    ledger.taken(7, new byte[] {1});
    assertThat(ledger.has(3, new byte[] {1})).isTrue();
    assertThat(ledger.lastIndex(new byte[] {1})).hasValue(7);
    assertThat(ledger.lastIndex(new byte[] {2})).isEmpty();
  }
}
