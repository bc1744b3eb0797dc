package io.raftbed.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.cluster.StorageKind;
import io.raftbed.reference.raft.ReferenceRaft;
import io.raftbed.sim.Programs;
import io.raftbed.sim.ScheduleKind;
import io.raftbed.storage.BrokenPersister;
import io.raftbed.storage.DiskProfile;
import io.raftbed.trace.TraceSink;
import io.raftbed.trace.Verdict;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The tests on simulated disks fail above a persister that is broken, and only there. */
class BrokenPersistersFoundTest {

  private static final int FOUND_WITHIN = 200;
  private static final int PASSING_SEEDS = 5;

  @BeforeAll
  static void load() {
    assertThat(Programs.load(ReferenceRaft.class).passed()).isTrue();
  }

  static List<SuiteTest> tests() {
    return Suites.all().stream().filter(test -> test.needsItsStorage() && test.isOfRaft()).toList();
  }

  @ParameterizedTest
  @EnumSource(BrokenPersister.class)
  void everyBrokenPersisterIsFound(BrokenPersister broken) {
    StorageKind storage = new StorageKind.SimulatedDisks(DiskProfile.SSD, broken);
    assertThat(LongStream.rangeClosed(1, FOUND_WITHIN))
        .anyMatch(seed -> tests().stream().anyMatch(test -> !passes(test.on(storage), seed)));
  }

  @ParameterizedTest
  @MethodSource("tests")
  void theRightOneIsNotReported(SuiteTest test) {
    assertThat(LongStream.rangeClosed(1, PASSING_SEEDS)).allMatch(seed -> passes(test, seed));
  }

  private static boolean passes(SuiteTest test, long seed) {
    return SuiteRunner.run(
            test, ReferenceRaft::make, seed, new ScheduleKind.Random(), TraceSink.NONE)
        .outcome()
        .verdict()
        .equals(new Verdict.Pass());
  }
}
