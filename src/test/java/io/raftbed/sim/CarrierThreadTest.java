package io.raftbed.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.sim.agent.Carrier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CarrierThreadTest {
  private static final int RUNS = 200;

  private static CarrierThread carrier() {
    return (CarrierThread) Objects.requireNonNull(Carrier.current());
  }

  @Test
  void carriesOneSimulationAfterAnother() {
    Set<CarrierThread> carriers = new HashSet<>();
    for (int i = 0; i < RUNS; i++) {
      SimulatedRun.passes(simulation -> carriers.add(carrier()));
    }
    assertThat(carriers).hasSizeLessThan(RUNS / 2);
  }

  @Test
  void countsWhatThisRunAllocatesAndNotTheLastOne() {
    List<Long> allocated = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      SimulatedRun.passes(simulation -> {
        int bytes = 0;
        for (int piece = 0; piece < 10; piece++) {
          bytes += new byte[1 << 20].length;
        }
        assertThat(bytes).isPositive();
        allocated.add(carrier().allocatedInRun() >> 20);
      });
    }
    assertThat(allocated).allMatch(megabytes -> megabytes >= 10 && megabytes < 20);
  }
}
