package io.raftbed.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Crashes, power losses, errors and flipped bits at every operation of the disk. */
class DiskPersisterTest {

  private static final int DRAWN_TRIALS = 2_000;

  /** More than load and saves of one life make. */
  private static final int OPERATIONS = 45;

  @ParameterizedTest
  @EnumSource(
      value = StoreTrial.Fault.class,
      names = {"CRASH", "POWER_LOSS", "ERROR"})
  void nothingAcknowledgedIsLostWhicheverOperationIsInterrupted(StoreTrial.Fault fault) {
    for (long k = 1; k <= OPERATIONS; k++) {
      for (long seed = 1; seed <= 20; seed++) {
        assertThat(StoreTrial.at(DiskPersister::new, seed, fault, k))
            .as("seed %d, operation %d", seed, k)
            .isEmpty();
      }
    }
  }

  @Test
  void nothingAcknowledgedIsLostOverManyLives() {
    assertThat(firstProblem(DiskPersister::new)).isEmpty();
  }

  /** Which shows that the trials find what they look for. */
  @ParameterizedTest
  @EnumSource(BrokenPersister.class)
  void everyBrokenPersisterIsFound(BrokenPersister broken) {
    assertThat(firstProblem(broken)).isPresent();
  }

  private static Optional<String> firstProblem(StateStore.Factory factory) {
    return LongStream.rangeClosed(1, DRAWN_TRIALS)
        .mapToObj(seed -> StoreTrial.drawn(factory, seed).map(p -> "seed " + seed + ": " + p))
        .flatMap(Optional::stream)
        .findFirst();
  }
}
