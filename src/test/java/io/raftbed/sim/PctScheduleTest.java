package io.raftbed.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.trace.TraceSink;
import io.raftbed.trace.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PctScheduleTest {
  private static final long LIMIT_NANOS = 1_000_000_000L;
  private static final int THREADS = 2_000;

  /** Many change points, so that some fall on the first step of a thread beyond the table. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void changePointsMayFallOnNewThreads(long seed) {
    Outcome outcome =
        Simulation.run(
            new SimulationOptions(seed, new ScheduleKind.Pct(100), LIMIT_NANOS, TraceSink.NONE),
            simulation -> {
              Incarnation node = simulation.boot(0, "S0");
              for (int i = 0; i < THREADS; i++) {
                node.call("call", () -> true);
              }
            });
    assertThat(outcome.verdict()).isEqualTo(new Verdict.Pass());
  }
}
