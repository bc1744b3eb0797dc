package io.raftbed.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.trace.TraceSink;
import io.raftbed.trace.Verdict;
import java.util.concurrent.TimeUnit;

/**
 * Runs tests of threaded code on the one node of a simulation, under several schedules. It is the
 * test's own package that is under test then; this class stands outside.
 */
public final class OneNode {

  private static final int SEEDS = 10;
  private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(120);

  /** What a test does there. */
  @FunctionalInterface
  public interface Body {
    void run() throws Exception;
  }

  private OneNode() {}

  /** Runs a body with each of some seeds; it must pass and end, in virtual time. */
  public static void passes(Body body) {
    for (int seed = 1; seed <= SEEDS; seed++) {
      assertThat(run(seed, body)).as("seed %d", seed).isEqualTo(new Verdict.Pass());
    }
  }

  private static Verdict run(long seed, Body body) {
    var options =
        new SimulationOptions(seed, new ScheduleKind.Random(), LIMIT_NANOS, TraceSink.NONE);
    Outcome outcome =
        Simulation.run(
            options,
            simulation ->
                simulation
                    .boot(0, "S0")
                    .call(
                        "test",
                        () -> {
                          body.run();
                          return true;
                        }));
    return outcome.verdict();
  }
}
