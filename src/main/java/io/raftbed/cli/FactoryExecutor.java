package io.raftbed.cli;

import io.raftbed.sim.Outcome;
import io.raftbed.sim.ScheduleKind;
import io.raftbed.suite.Implementation;
import io.raftbed.suite.SuiteRunner;
import io.raftbed.suite.SuiteTest;
import io.raftbed.suite.TestResult;
import io.raftbed.trace.TraceSink;
import io.raftbed.trace.Verdict;
import java.util.List;

/**
 * Runs tests on one kind of server.
 *
 * @param implementation makes the servers, and what stands above them
 * @param loaded what came of loading their program; when it failed, every run fails so
 */
record FactoryExecutor(Implementation implementation, Verdict loaded) implements TestExecutor {

  @Override
  public TestResult run(SuiteTest test, long seed, ScheduleKind schedule, TraceSink sink) {
    return loaded.passed()
        ? SuiteRunner.run(test, implementation, new SuiteRunner.Run(seed, schedule, sink))
        : new TestResult(test, seed, new Outcome(loaded, 0, 0, 0), 0, 0, 0, List.of());
  }
}
