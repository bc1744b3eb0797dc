package io.raftbed.cli;

import io.raftbed.sim.ScheduleKind;
import io.raftbed.suite.SuiteTest;
import java.util.List;
import java.util.Optional;

/**
 * Which runs to make: every test with every seed, test by test.
 *
 * @param tests the tests, in order
 * @param seed the first seed; when it is not given, each test has its own
 * @param seeds how many seeds, from 1
 * @param schedule who runs next among the runnable threads, in every run
 * @param persister where servers keep their state
 */
record SweepPlan(
    List<SuiteTest> tests,
    Optional<Long> seed,
    int seeds,
    ScheduleKind schedule,
    PersisterKind persister) {

  /** One run to make. */
  record Task(SuiteTest test, long seed) {}

  SweepPlan {
    tests = List.copyOf(tests);
  }

  /** How many runs there are. */
  long size() {
    return (long) tests.size() * seeds;
  }

  /** Returns the run at a position, from 0. */
  Task task(long position) {
    SuiteTest test = tests.get((int) (position / seeds));
    return new Task(test, firstSeed(test) + position % seeds);
  }

  /** Says which seeds each test has. */
  String seedsInWords() {
    List<Long> first = tests.stream().map(this::firstSeed).distinct().toList();
    if (first.size() != 1) {
      return seeds == 1 ? "the seed of each scenario" : seeds + " seeds from each scenario's on";
    }
    long from = first.getFirst();
    return seeds == 1 ? "seed " + from : "seeds " + from + " to " + (from + seeds - 1);
  }

  private long firstSeed(SuiteTest test) {
    return seed.orElse(test.draws().firstSeed());
  }
}
