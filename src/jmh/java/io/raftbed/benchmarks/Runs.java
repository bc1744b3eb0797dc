package io.raftbed.benchmarks;

import io.raftbed.reference.raft.ReferenceRaft;
import io.raftbed.sim.Programs;
import io.raftbed.sim.ScheduleKind;
import io.raftbed.sim.Simulation;
import io.raftbed.sim.SimulationOptions;
import io.raftbed.suite.SuiteRunner;
import io.raftbed.suite.SuiteTest;
import io.raftbed.suite.Suites;
import io.raftbed.trace.TraceSink;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Runs tests of suites, or a benchmark's body inside a simulation of its own. */
final class Runs {
  private static final SimulationOptions OPTIONS =
      new SimulationOptions(1, new ScheduleKind.Random(), Long.MAX_VALUE / 2, TraceSink.NONE);

  private Runs() {}

  /** Loads the reference before its first run. */
  static void loadReference() {
    if (!Programs.load(ReferenceRaft.class).passed()) {
      throw new IllegalStateException("the reference cannot be simulated");
    }
  }

  /** Returns the tests of suites whose names stand between commas. */
  static List<SuiteTest> tests(String suites) {
    return Arrays.stream(suites.split(",")).flatMap(name -> Suites.find(name).stream()).toList();
  }

  /** Runs a test on the reference, which must pass it, and returns how many events it made. */
  static long of(SuiteTest test, long seed, TraceSink sink) {
    var result = SuiteRunner.run(test, ReferenceRaft::make, seed, new ScheduleKind.Random(), sink);
    if (!result.outcome().verdict().passed()) {
      throw new IllegalStateException(test.id() + " seed " + seed);
    }
    return result.outcome().events();
  }

  /** Runs a body that must not fail, and returns how many events it made. */
  static long of(Consumer<Simulation> body) {
    var outcome = Simulation.run(OPTIONS, body);
    if (!outcome.verdict().passed()) {
      throw new IllegalStateException(outcome.verdict().toString());
    }
    return outcome.events();
  }
}
