package io.raftbed.cli;

import io.raftbed.sim.ScheduleKind;
import io.raftbed.suite.SuiteTest;
import java.util.List;

/**
 * Which runs to make: every test with every seed, test by test.
 *
 * @param tests the tests, in order
 * @param firstSeed the first seed
 * @param seeds how many seeds, from 1
 * @param schedule who runs next among the runnable threads, in every run
 * @param persister where servers keep their state
 */
record SweepPlan(
    List<SuiteTest> tests,
    long firstSeed,
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
    return new Task(tests.get((int) (position / seeds)), firstSeed + position % seeds);
  }

  /** Returns the last seed. */
  long lastSeed() {
    return firstSeed + seeds - 1;
  }
}
