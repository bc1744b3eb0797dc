package io.raftbed.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.raftbed.sim.samples.Races;
import io.raftbed.trace.Verdict;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchedulesTest {
  private static final int SEEDS = 20;

  @BeforeAll
  static void load() {
    assertThat(Programs.load(Races.class)).isEqualTo(new Verdict.Pass());
  }

  private static Set<String> results(String schedule, Callable<Object> program) {
    return LongStream.range(0, SEEDS)
        .mapToObj(seed -> SimulatedRun.of(seed, ScheduleKind.parse(schedule), program))
        .map(SimulatedRun::result)
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @ValueSource(strings = {"fifo", "random", "pct:1", "pct:3", "pct:100"})
  void scheduleIsWrittenAsItIsRead(String text) {
    assertThat(ScheduleKind.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "lifo", "FIFO", "pct", "pct:", "pct:x", "pct:-1", "pct:1000"})
  void unknownScheduleIsRefused(String text) {
    assertThatThrownBy(() -> ScheduleKind.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "unknown schedule '" + text + "'; use fifo, random or pct:D with D from 1 to 100");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 101})
  void depthHasBounds(int depth) {
    assertThatThrownBy(() -> ScheduleKind.parse("pct:" + depth))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a PCT depth is 1 to 100, not " + depth);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fifo", "random", "pct:1", "pct:3"})
  void seedDecidesTheRun(String schedule) {
    ScheduleKind kind = ScheduleKind.parse(schedule);
    for (long seed : List.of(0L, 1L, -1L, Long.MAX_VALUE)) {
      SimulatedRun run = SimulatedRun.of(seed, kind, Races::order);
      assertThat(SimulatedRun.of(seed, kind, Races::order)).isEqualTo(run);
      assertThat(run.outcome().verdict().passed()).isTrue();
    }
  }

  @Test
  void fifoTakesTurns() {
    assertThat(results("fifo", Races::order)).containsExactly("abcabcabcabcabc");
  }

  @ParameterizedTest
  @ValueSource(strings = {"random", "pct:3"})
  void seedsGiveDifferentOrders(String schedule) {
    assertThat(results(schedule, Races::order)).hasSizeGreaterThan(3);
  }

  /** With no change points a thread keeps its priority: it runs until it ends. */
  @Test
  void pctOfDepthOneNeverPreempts() {
    assertThat(results("pct:1", Races::order))
        .hasSizeGreaterThan(1)
        .allSatisfy(order -> assertThat(order.replaceAll("(.)\\1{4}", "$1")).hasSize(3));
  }

  @Test
  void randomFindsALostUpdateWithinAFewSeeds() {
    assertThat(results("random", Races::lostUpdate)).containsExactlyInAnyOrder("1", "2");
  }

  @Test
  void streamsOfOneSeedAreIndependent() {
    SimulatedRun.passes(simulation -> {
      Incarnation first = simulation.boot(0, "server 0");
      Incarnation second = simulation.boot(1, "server 1");
      long drawn = first.random("a").nextLong();
      assertThat(first.random("a").nextLong()).isEqualTo(drawn);
      assertThat(first.random("b").nextLong()).isNotEqualTo(drawn);
      assertThat(second.random("a").nextLong()).isNotEqualTo(drawn);
      assertThat(simulation.boot(0, "server 0").random("a").nextLong()).isNotEqualTo(drawn);
      assertThat(simulation.random("a").nextLong()).isNotEqualTo(simulation.random("b").nextLong());
    });
  }
}
