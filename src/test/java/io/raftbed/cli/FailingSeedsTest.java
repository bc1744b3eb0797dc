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

  private static FailingSeeds.Showing showing(LongPredicate fails, int jobs)
      throws InterruptedException {
    try (FailingSeeds seeds = seeds(fails, jobs)) {
      return seeds.showing(SCENARIO);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void aScenarioGetsAsManySeedsAsFourFailuresTake(int jobs) throws InterruptedException {
    assertThat(showing(seed -> seed % 3 == 0, jobs))
        .isEqualTo(new FailingSeeds.Showing(10, 4)); // 3, 6, 9, 12
    assertThat(showing(seed -> seed == 3, jobs)).isEqualTo(new FailingSeeds.Showing(100, 1));
    assertThat(showing(seed -> true, jobs)).isEqualTo(new FailingSeeds.Showing(4, 4));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void allSeedsOfAScenarioMayShowItsFailure(int jobs) throws InterruptedException {
    try (FailingSeeds seeds = seeds(seed -> seed == 22, jobs)) {
      assertThat(seeds.begin(SCENARIO)).isEmpty();
      assertThat(seeds.last()).isEqualTo(10);
      assertThat(seeds.begin(SCENARIO.withSeeds(20))).hasValue(22);
      assertThat(seeds.last()).isEqualTo(26);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void whatFailsSeldomMayFailSeldomWhenItIsSmaller(int jobs) throws InterruptedException {
    try (FailingSeeds seeds = seeds(seed -> seed == 20 || seed == 30 || seed == 40, jobs)) {
      long failing = seeds.begin(SCENARIO.withSeeds(50)).orElseThrow();
      assertThat(failing).isEqualTo(20);
      assertThat(seeds.of(SCENARIO.withSeed(failing))).hasValue(20);
    }
  }
}
