package io.raftbed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.scenario.LogAction;
import io.raftbed.scenario.Scenario;
import io.raftbed.scenario.Step;
import io.raftbed.sim.ScheduleKind;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailingSeedsTest {

  private static final Scenario SCENARIO =
      new Scenario(
          "x",
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.of(3L),
          Optional.empty(),
          List.of(),
          List.of(Step.of(new LogAction.Agree(Optional.empty(), Optional.empty()))));

  private static FailingSeeds seeds(LongPredicate fails, int jobs) {
    TestExecutor executor =
        (test, seed, schedule, sink) ->
            (fails.test(seed) ? FakeExecutor.failingWith(seed) : FakeExecutor.passing())
                .run(test, seed, schedule, sink);
    return new FailingSeeds(executor, Optional.empty(), new ScheduleKind.Fifo(), 8, jobs);
  }

  private static Optional<Integer> thatShow(LongPredicate fails, int jobs)
      throws InterruptedException {
    try (FailingSeeds seeds = seeds(fails, jobs)) {
      return seeds.withSeedsThatShow(SCENARIO).seeds();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void aScenarioGetsAsManySeedsAsFourFailuresTake(int jobs) throws InterruptedException {
    assertThat(thatShow(seed -> seed % 3 == 0, jobs)).contains(10); // 3, 6, 9, 12
    assertThat(thatShow(seed -> seed == 3, jobs)).contains(100);
    assertThat(thatShow(seed -> true, jobs)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void allSeedsOfAScenarioMayShowItsFailure(int jobs) throws InterruptedException {
    try (FailingSeeds seeds = seeds(seed -> seed == 22, jobs)) {
      assertThat(seeds.begin(SCENARIO)).isEmpty();
      assertThat(seeds.last()).isEqualTo(10);
      assertThat(seeds.begin(SCENARIO.withSeeds(20))).hasValue(22);
      assertThat(seeds.last()).isEqualTo(22);
    }
  }
}
