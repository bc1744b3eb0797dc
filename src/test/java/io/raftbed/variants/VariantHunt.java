package io.raftbed.variants;

import io.raftbed.lab.RaftFactory;
import io.raftbed.sim.ScheduleKind;
import io.raftbed.suite.Implementation;
import io.raftbed.suite.SuiteRunner;
import io.raftbed.suite.SuiteTest;
import io.raftbed.trace.FailureKind;
import io.raftbed.trace.TraceSink;
import io.raftbed.trace.Verdict;
import java.util.List;
import java.util.Optional;

/** Looks for the first seed at which a suite test fails above a server. */
final class VariantHunt {

  /** Within so many seeds a variant must be found. */
  static final int SEEDS = 200;

  private final Implementation implementation;

  VariantHunt(RaftFactory raft) {
    this(Implementation.of(raft));
  }

  VariantHunt(Implementation implementation) {
    this.implementation = implementation;
  }

  /**
   * A failure.
   *
   * @param test the id of the suite test
   * @param seed the first seed at which it failed
   * @param kind what kind of failure
   * @param message what was broken, in one sentence
   */
  record Found(String test, long seed, FailureKind kind, String message) {}

  /**
   * Runs the tests for the first seed, then for the next, and so on.
   *
   * @param seeds how many seeds at most
   * @return the first failure of any kind, empty when all runs passed
   */
  Optional<Found> firstFailure(List<SuiteTest> tests, long firstSeed, int seeds) {
    for (long seed = firstSeed; seed < firstSeed + seeds; seed++) {
      for (SuiteTest test : tests) {
        Optional<Found> found = failure(test, seed);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Found> failure(SuiteTest test, long seed) {
    Verdict verdict =
        SuiteRunner.run(
                test,
                implementation,
                new SuiteRunner.Run(seed, new ScheduleKind.Random(), TraceSink.NONE))
            .outcome()
            .verdict();
    return switch (verdict) {
      case Verdict.Pass(), Verdict.NotOffered _ -> Optional.empty();
      case Verdict.Fail fail ->
          Optional.of(new Found(test.id(), seed, fail.kind(), fail.message()));
    };
  }
}
