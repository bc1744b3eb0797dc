package io.raftbed.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.raftbed.sim.ScheduleKind;
import io.raftbed.suite.SuiteTest;
import io.raftbed.suite.Suites;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SweepTest {

  private static final ScheduleKind SCHEDULE = new ScheduleKind.Fifo();

  private final RunChecker checker = new RunChecker(FakeExecutor.passing(), SCHEDULE, false, 1);

  private static SweepPlan plan(int seeds) {
    return new SweepPlan(
        Suites.all().subList(0, 2),
        Optional.of(10L),
        Optional.of(seeds),
        SCHEDULE,
        PersisterKind.MEMORY);
  }

  @Test
  void aPlanBeginsWithTheFirstSeedOfEachTestAndGoesOnTestByTest() {
    SweepPlan plan = plan(3);
    SuiteTest first = plan.tests().get(0);
    SuiteTest second = plan.tests().get(1);
    assertThat(LongStream.range(0, plan.size()).mapToObj(plan::task))
        .containsExactly(
            new SweepPlan.Task(first, 10),
            new SweepPlan.Task(second, 10),
            new SweepPlan.Task(first, 11),
            new SweepPlan.Task(first, 12),
            new SweepPlan.Task(second, 11),
            new SweepPlan.Task(second, 12));
    assertThat(plan.seedsInWords()).isEqualTo("seeds 10 to 12");
  }

  @Test
  void fewResultsWaitForASlowConsumer() throws InterruptedException {
    int jobs = 2;
    AtomicLong made = new AtomicLong();
    List<Long> ahead = new ArrayList<>();
    Sweep sweep =
        new Sweep(
            jobs,
            task -> {
              made.incrementAndGet();
              return checker.run(task);
            });
    sweep.run(
        plan(1000).size(),
        plan(1000)::task,
        _ -> {
          ahead.add(made.get() - ahead.size());
          return true;
        });
    assertThat(ahead).hasSize(2000).allMatch(waiting -> waiting <= jobs * 32L);
  }

  @Test
  void anInterruptEndsTheSweepEvenWhenResultsAreReady() {
    List<CheckedRun> seen = new ArrayList<>();
    Sweep sweep = new Sweep(2, checker::run);
    assertThatThrownBy(() ->
            sweep.run(
                plan(1000).size(),
                plan(1000)::task,
                run -> {
                  seen.add(run);
                  if (seen.size() == 3) {
                    Thread.currentThread().interrupt();
                  }
                  return true;
                }))
        .isInstanceOf(InterruptedException.class);
    assertThat(seen).hasSize(3);
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void anErrorOfARunIsNotSwallowed() {
    Sweep sweep =
        new Sweep(
            1,
            _ -> {
              throw new IllegalArgumentException("broken");
            });
    assertThatThrownBy(() -> sweep.run(2, plan(1)::task, _ -> true))
        .isInstanceOf(IllegalStateException.class)
        .hasRootCauseMessage("broken");
  }
}
