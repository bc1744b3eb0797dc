package io.raftbed.benchmarks;

import io.raftbed.reference.raft.ReferenceRaft;
import io.raftbed.sim.Programs;
import io.raftbed.sim.ScheduleKind;
import io.raftbed.sim.Simulation;
import io.raftbed.sim.SimulationOptions;
import io.raftbed.trace.TraceSink;
import java.util.function.Consumer;

/** Runs a benchmark's body inside a simulation of its own. */
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

  /** Runs a body that must not fail, and returns how many events it made. */
  static long of(Consumer<Simulation> body) {
    var outcome = Simulation.run(OPTIONS, body);
    if (!outcome.verdict().passed()) {
      throw new IllegalStateException(outcome.verdict().toString());
    }
    return outcome.events();
  }
}
