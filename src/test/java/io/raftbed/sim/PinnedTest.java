package io.raftbed.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.sim.samples.SlowStart;
import org.junit.jupiter.api.Test;

/** A thread that waits inside a class initialiser cannot leave its carrier. */
class PinnedTest {
  @Test
  void loadingTheProgramInitialisesItOutsideTheRun() {
    SimulatedRun run = SimulatedRun.repeated(SlowStart.class, SlowStart::use);
    assertThat(run.result()).isEqualTo("7");
    assertThat(run.outcome().virtualNanos()).isLessThan(1_000_000);
  }
}
