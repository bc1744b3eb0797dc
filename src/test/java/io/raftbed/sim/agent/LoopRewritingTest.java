package io.raftbed.sim.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.sim.agent.samples.LoopShapes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopRewritingTest {
  private final FakeWorld world = new FakeWorld();
  private final Rewritten classes = new Rewritten();

  @AfterEach
  void stopAsking() {
    Hooks.askAtLoops(false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"whileLoop", "doLoop", "forEach", "switching"})
  void everyTurnAsks(String shape) throws Exception {
    Hooks.askAtLoops(true);
    assertThat(world.run(() -> classes.call(LoopShapes.class, shape))).isEqualTo(3);
    assertThat(world.log).hasSize(3).containsOnly("turn");
  }

  @Test
  void straightCodeDoesNotAsk() throws Exception {
    Hooks.askAtLoops(true);
    assertThat(world.run(() -> classes.call(LoopShapes.class, "straight"))).isEqualTo(3);
    assertThat(world.log).isEmpty();
  }

  @Test
  void nobodyAsksWhenAllIsWell() throws Exception {
    assertThat(world.run(() -> classes.call(LoopShapes.class, "whileLoop"))).isEqualTo(3);
    assertThat(world.log).isEmpty();
  }
}
