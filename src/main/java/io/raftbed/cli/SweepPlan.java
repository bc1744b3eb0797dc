package io.raftbed.cli;

import io.raftbed.sim.ScheduleKind;
import io.raftbed.suite.SuiteTest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which runs to make: every test with its first seed, so that what is broken shows soon; then test
 * by test with the others.
 *
 * @param tests the tests, in order
 * @param seed the first seed; when it is not given, each test has its own
 * @param seeds how many seeds, from 1; when it is not given, one, or each test has its own number
 *     where the seed is not given, either
 * @param schedule who runs next among the runnable threads, in every run
 * @param persister where servers keep their state
 */
record SweepPlan(
    List<SuiteTest> tests,
    Optional<Long> seed,
    Optional<Integer> seeds,
    ScheduleKind schedule,
    PersisterKind persister) {

  /** One run to make. */
  record Task(SuiteTest test, long seed) {}

  SweepPlan {
    tests = List.copyOf(tests);
  }

  /** How many runs there are. */
  long size() {
    return tests.stream().mapToLong(this::seedsOf).sum();
  }

  /** With how many seeds a test is run: where a seed is asked for, with that one. */
  int seedsOf(SuiteTest test) {
    return seeds.orElseGet(() -> seed.isPresent() ? 1 : test.draws().seeds());
  }

  /** Returns the run at a position, from 0. */
  Task task(long position) {
    if (position < tests.size()) {
      SuiteTest test = tests.get((int) position);
      return new Task(test, firstSeed(test));
    }
    long left = position - tests.size();
    for (SuiteTest test : tests) {
      int others = seedsOf(test) - 1;
      if (left < others) {
        return new Task(test, firstSeed(test) + 1 + left);
      }
      left -= others;
    }
    throw new IndexOutOfBoundsException("there is no run " + position + " of " + size());
  }

  /** Says which seeds each test has. */
  String seedsInWords() {
    if (!sameForAll(this::seedsOf)) {
      return "the seeds of each scenario";
    }
    int count = seedsOf(tests.getFirst());
    if (!sameForAll(this::firstSeed)) {
      return count == 1 ? "the seed of each scenario" : count + " seeds from each scenario's on";
    }
    long from = firstSeed(tests.getFirst());
    return count == 1 ? "seed " + from : "seeds " + from + " to " + (from + count - 1);
  }

  private boolean sameForAll(Function<SuiteTest, ?> property) {
    return tests.stream().map(property).distinct().count() == 1;
  }

  /** The first seed that a test is run with. */
  long firstSeed(SuiteTest test) {
    return seed.orElse(test.draws().firstSeed());
  }
}
