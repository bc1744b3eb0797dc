package io.raftbed.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryPersisterTest {

  private final MemoryPersister persister = new MemoryPersister();

  @Test
  void isEmptyAtFirst() {
    assertThat(persister.raftState()).isEmpty();
    assertThat(persister.snapshot()).isEmpty();
    assertThat(persister.saves()).isZero();
  }

  @Test
  void keepsCopiesOfWhatWasSaved() {
    byte[] state = {1};
    byte[] snapshot = {2, 3};

    persister.save(state, snapshot);
    state[0] = 9;
    snapshot[0] = 9;

    assertThat(persister.raftState()).containsExactly(1);
    assertThat(persister.snapshot()).containsExactly(2, 3);
    assertThat(persister.raftStateSize()).isEqualTo(1);
    assertThat(persister.snapshotSize()).isEqualTo(2);
  }

  @Test
  void handsOutCopies() {
    persister.save(new byte[] {1}, new byte[] {2});

    persister.raftState()[0] = 9;
    persister.snapshot()[0] = 9;

    assertThat(persister.raftState()).containsExactly(1);
    assertThat(persister.snapshot()).containsExactly(2);
  }

  @Test
  void keepsTheSnapshotOfTheLastSaveEvenWhenItIsEmpty() {
    persister.save(new byte[] {1}, new byte[] {2});
    persister.save(new byte[] {1}, new byte[0]);

    assertThat(persister.snapshot()).isEmpty();
  }

  @Test
  void aCopyKnowsWhatWasSavedAndIsIndependent() {
    persister.save(new byte[] {1}, new byte[] {2});
    MemoryPersister copy = persister.copy();

    persister.save(new byte[] {3}, new byte[] {4});

    assertThat(copy.raftState()).containsExactly(1);
    assertThat(copy.snapshot()).containsExactly(2);
    assertThat(copy.saves()).isEqualTo(1);
  }

  @Test
  void tellsTheHookOfEachSaveOnceItIsDoneAlsoAfterACopy() {
    List<String> seen = new ArrayList<>();
    persister.afterSave(count -> seen.add(count + ": " + persister.raftStateSize()));

    persister.save(new byte[1], new byte[0]);
    persister.save(new byte[2], new byte[0]);
    persister.copy().save(new byte[3], new byte[0]);

    assertThat(seen).containsExactly("1: 1", "2: 2", "3: 2");
  }

  @Test
  void aSuffixReplacesTheEnd() {
    persister.save(new byte[] {1, 2, 3}, new byte[] {4});
    persister.saveSuffix(1, new byte[] {5});
    assertThat(persister.raftState()).containsExactly(1, 5);
    assertThat(persister.raftStateSize()).isEqualTo(2);
    persister.saveSuffix(2, new byte[] {6, 7, 8, 9});
    assertThat(persister.raftState()).containsExactly(1, 5, 6, 7, 8, 9);
    assertThat(persister.snapshot()).containsExactly(4);
    assertThat(persister.saves()).isEqualTo(3);
  }
}
