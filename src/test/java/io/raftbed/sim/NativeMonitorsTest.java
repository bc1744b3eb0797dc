package io.raftbed.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.sim.samples.Lives;
import io.raftbed.sim.samples.Pipes;
import io.raftbed.sim.samples.Pools;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Monitors that only code of the JDK enters, and that the JVM hands over in its own time. */
class NativeMonitorsTest {
  private static final int REPEATS = 30;

  private static SimulatedRun manyTimes(Class<?> sample, Callable<Object> program) {
    SimulatedRun first = SimulatedRun.repeated(sample, program);
    for (int i = 0; i < REPEATS; i++) {
      assertThat(SimulatedRun.of(SimulatedRun.SEED, SimulatedRun.RANDOM, program)).isEqualTo(first);
    }
    return first;
  }

  @Test
  void timer() {
    assertThat(manyTimes(Pools.class, Pools::timer).result()).isEqualTo("200");
  }

  @Test
  void listThatIsHeldWhileItsCallbackSleeps() {
    assertThat(manyTimes(Lives.class, Lives::sleepInsideList).result())
        .startsWith("ab")
        .hasSize("abx3y4z5".length());
  }

  @Test
  void pipeWhoseSidesWaitForEachOther() {
    assertThat(manyTimes(Pipes.class, Pipes::through).result()).isEqualTo("abc".repeat(6));
  }
}
