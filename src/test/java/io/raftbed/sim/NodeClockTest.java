package io.raftbed.sim;

import static io.raftbed.sim.SimulatedRun.passes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.raftbed.sim.samples.Waits;
import io.raftbed.trace.Verdict;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NodeClockTest {
  private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);
  private static final Offset<Long> CLOSE = within(MILLI);

  @BeforeAll
  static void load() {
    assertThat(Programs.load(Waits.class)).isEqualTo(new Verdict.Pass());
  }

  /** Runs a wait of the node, which must measure {@code millis}, and returns what it truly took. */
  private static long took(Simulation simulation, long millis, Callable<Long> wait) {
    Incarnation node = simulation.boot(0, "server 0");
    long start = simulation.now();
    assertThat(node.call("wait", wait)).contains(millis);
    return simulation.now() - start;
  }

  @Test
  void waitsFollowTheNodesOwnClock() {
    passes(simulation -> {
      simulation.clock(0).drift(250_000);
      assertThat(took(simulation, 250, Waits::sleep)).isCloseTo(200 * MILLI, CLOSE);
      assertThat(took(simulation, 40, Waits::parkNanos)).isCloseTo(32 * MILLI, CLOSE);
      assertThat(took(simulation, 50, Waits::timedWait)).isCloseTo(40 * MILLI, CLOSE);
      simulation.clock(0).drift(-500_000);
      assertThat(took(simulation, 250, Waits::sleep)).isCloseTo(500 * MILLI, CLOSE);
      simulation.clock(0).drift(0);
      assertThat(took(simulation, 250, Waits::sleep)).isCloseTo(250 * MILLI, CLOSE);
    });
  }

  @Test
  void driftOfOneNodeLeavesOthersAlone() {
    passes(simulation -> {
      simulation.clock(1).drift(-900_000);
      assertThat(took(simulation, 250, Waits::sleep)).isCloseTo(250 * MILLI, CLOSE);
    });
  }

  @Test
  void whatWasCountedBeforeAChangeStays() {
    passes(simulation -> {
      NodeClock clock = simulation.clock(0);
      long start = clock.nanoTime();
      simulation.sleep(100 * MILLI);
      clock.drift(1_000);
      simulation.sleep(100 * MILLI);
      clock.drift(-900_000);
      simulation.sleep(100 * MILLI);
      assertThat(clock.nanoTime() - start).isCloseTo((100_000 + 100_100 + 10_000) * 1_000L, CLOSE);
    });
  }

  @Test
  void jumpChangesTheWallTimeOnly() {
    passes(simulation -> {
      NodeClock clock = simulation.clock(0);
      long monotonic = clock.nanoTime();
      long wall = clock.epochNanos();
      clock.jump(-3_600_000 * MILLI);
      assertThat(clock.nanoTime()).isEqualTo(monotonic);
      assertThat(clock.epochNanos()).isEqualTo(wall - 3_600_000 * MILLI);
      assertThat(took(simulation, 250, Waits::sleep)).isCloseTo(250 * MILLI, CLOSE);
    });
  }

  @Test
  void clockOutlivesItsNode() {
    passes(simulation -> {
      simulation.clock(0).drift(250_000);
      simulation.boot(0, "server 0").crash();
      assertThat(took(simulation, 250, Waits::sleep)).isCloseTo(200 * MILLI, CLOSE);
    });
  }

  @Test
  void endlessWaitsStayEndless() {
    passes(simulation -> {
      simulation.clock(0).drift(-900_000);
      assertThat(simulation.clock(0).delay(Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
    });
  }

  @Test
  void driftHasALimit() {
    passes(simulation ->
        assertThatIllegalArgumentException()
            .isThrownBy(() -> simulation.clock(0).drift(-1_000_000))
            .withMessageContaining("900000"));
  }
}
