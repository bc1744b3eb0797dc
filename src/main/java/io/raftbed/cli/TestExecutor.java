package io.raftbed.cli;

import io.raftbed.sim.ScheduleKind;
import io.raftbed.suite.SuiteTest;
import io.raftbed.suite.TestResult;
import io.raftbed.trace.TraceSink;

/** Runs one test with one seed; called from several threads at once. */
@FunctionalInterface
public interface TestExecutor {

  /**
   * Makes ready for the first run, which may take some tenths of a second. Called once before it.
   *
   * @throws io.raftbed.sim.agent.UnsupportedJdkException if tests cannot run on this JDK
   */
  default void prepare() {}

  /**
   * Runs the test to its end.
   *
   * @param test what to run
   * @param seed decides everything that is drawn
   * @param schedule who runs next among the runnable threads
   * @param sink takes the events
   */
  TestResult run(SuiteTest test, long seed, ScheduleKind schedule, TraceSink sink);
}
