package io.raftbed.cli;

import io.raftbed.sim.ScheduleKind;
import io.raftbed.suite.SuiteTest;
import io.raftbed.trace.TraceEvent;
import io.raftbed.trace.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A run of a test that failed.
 *
 * @param events all that happened, in order
 */
record FailedRun(SuiteTest test, long seed, Verdict.Fail failure, List<TraceEvent> events) {

  FailedRun {
    events = List.copyOf(events);
  }

  /** Makes the run; empty when it passes. */
  static Optional<FailedRun> of(
      TestExecutor executor, SuiteTest test, long seed, ScheduleKind schedule) {
    List<TraceEvent> events = new ArrayList<>();
    return executor.run(test, seed, schedule, events::add).outcome().verdict()
            instanceof Verdict.Fail failure
        ? Optional.of(new FailedRun(test, seed, failure, events))
        : Optional.empty();
  }

  /** Says which run it is. */
  String name() {
    return test.id() + " with seed " + seed;
  }

  /** Says what went wrong. */
  String words() {
    return failure.kind().label() + ": " + failure.message();
  }
}
