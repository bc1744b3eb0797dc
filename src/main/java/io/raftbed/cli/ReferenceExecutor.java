package io.raftbed.cli;

import io.raftbed.sim.Programs;
import io.raftbed.sim.ScheduleKind;
import io.raftbed.suite.SuiteRunner;
import io.raftbed.suite.SuiteTest;
import io.raftbed.suite.TestResult;
import io.raftbed.trace.TraceSink;
import io.raftbed.trace.Verdict;

/** Runs tests on the reference, through the same door as any other implementation. */
final class ReferenceExecutor implements TestExecutor {

  @Override
  public void prepare() {
    Programs.prepare();
    for (Class<?> program : Reference.PROGRAMS) {
      Verdict loaded = Programs.load(program);
      if (!loaded.passed()) {
        throw new IllegalStateException("the reference cannot be simulated: " + loaded);
      }
    }
  }

  @Override
  public TestResult run(SuiteTest test, long seed, ScheduleKind schedule, TraceSink sink) {
    return SuiteRunner.run(
        test, Reference.IMPLEMENTATION, new SuiteRunner.Run(seed, schedule, sink));
  }
}
