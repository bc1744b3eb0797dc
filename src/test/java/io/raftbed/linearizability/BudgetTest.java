package io.raftbed.linearizability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.raftbed.linearizability.model.CasRegister;
import io.raftbed.linearizability.model.Kv;
import io.raftbed.linearizability.model.KvInput;
import io.raftbed.linearizability.model.KvOutput;
import io.raftbed.linearizability.model.RegisterInput;
import io.raftbed.linearizability.model.RegisterOutput;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A budget that runs out makes the verdict unknown, never ok, and says what ran out. */
class BudgetTest {

  /** Writes that all overlap, then a read that none of them explains. */
  private static History<RegisterInput<Integer>, RegisterOutput<Integer>> hard() {
    EventHistory<RegisterInput<Integer>, RegisterOutput<Integer>> events = History.events();
    for (int client = 0; client < 18; client++) {
      events.call(client, new RegisterInput.CompareAndSet<>(client % 3, (client + 1) % 3));
    }
    for (int id = 0; id < 18; id++) {
      events.ok(id, new RegisterOutput.Written<>());
    }
    events.ok(events.call(0, new RegisterInput.Read<>()), new RegisterOutput.Value<>(7));
    return events.build();
  }

  private static final Checker<RegisterInput<Integer>, RegisterOutput<Integer>> CHECKER =
      Checker.of(new CasRegister<>(0));

  @Test
  void stepsRunOut() {
    check(Budget.UNLIMITED.withSteps(100), Limit.STEPS);
  }

  @Test
  void memoryRunsOut() {
    check(Budget.UNLIMITED.withBytes(20_000), Limit.MEMORY);
  }

  @Test
  void cancellationIsAskedForInsideLongWork() {
    AtomicInteger asked = new AtomicInteger();
    check(Budget.UNLIMITED.withCancellation(() -> asked.incrementAndGet() > 3), Limit.CANCELLED);
    assertThat(asked).hasValue(4);
  }

  @ParameterizedTest
  @EnumSource
  void cancellationIsAskedForInsideProcedures(LongHistories kind) {
    LongHistories.Of<?, ?> history = kind.of(4_000);
    CheckResult<?, ?> free = history.check(Budget.UNLIMITED);
    assertThat(free.verdict().isLinearizable()).isTrue();
    assertThat(free.procedure()).isEqualTo(kind.name().toLowerCase(Locale.ROOT));
    AtomicInteger asked = new AtomicInteger();
    Budget cancelled = Budget.UNLIMITED.withCancellation(() -> asked.incrementAndGet() > 5);
    CheckResult<?, ?> result = history.check(cancelled);
    assertThat(result.verdict()).isEqualTo(new Verdict.Undecided<>(Limit.CANCELLED));
    assertThat(result.procedure()).isEqualTo(free.procedure());
    assertThat(asked).hasValue(6);
  }

  @Test
  void aProcedureThatNeedsTooMuchMemoryIsLeftOut() {
    CheckResult<?, ?> result =
        LongHistories.ZONES.of(100).check(Budget.UNLIMITED.withBytes(19_000));
    assertThat(result.procedure()).isEqualTo("search");
  }

  @Test
  void jobsThatHaveNothingToDoTakeNoMemory() {
    Budget budget = Budget.UNLIMITED.withBytes(60_000);
    assertThat(LongHistories.ZONES.of(100).check(budget, 8).procedure()).isEqualTo("zones");
  }

  private static void check(Budget budget, Limit limit) {
    var verdict = CHECKER.budget(budget).check(hard()).verdict();
    assertThat(verdict).isEqualTo(new Verdict.Undecided<>(limit));
    assertThat(verdict.isLinearizable()).isFalse();
    assertThat(verdict.label()).isEqualTo("unknown");
  }

  @Test
  void enoughStepsDecide() {
    assertThat(CHECKER.check(hard()).verdict().label()).isEqualTo("not linearizable");
  }

  @Test
  void aBudgetOfNothingIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Budget.UNLIMITED.withSteps(0))
        .withMessage(
            "a budget of 0 steps and 9223372036854775807 bytes allows nothing; give at least 1");
  }

  @Test
  void severalJobsFindTheSame() {
    EventHistory<KvInput, KvOutput> events = History.events();
    for (int key = 0; key < 20; key++) {
      String name = Integer.toString(key);
      events.ok(events.call(1, new KvInput.Append(name, "a")), new KvOutput.Done());
      String seen = key % 7 == 3 ? "b" : "a";
      events.ok(events.call(1, new KvInput.Get(name)), new KvOutput.Value(seen));
    }
    var checker = Checker.of(new Kv());
    for (var it : List.of(checker, checker.stopAtFirst())) {
      var alone = it.check(events.build());
      var together = it.jobs(3).check(events.build());
      assertThat(together.partitions())
          .extracting(PartitionResult::key, p -> p.verdict().label(), PartitionResult::steps)
          .isEqualTo(
              alone.partitions().stream()
                  .map(p -> tuple(p.key(), p.verdict().label(), p.steps()))
                  .toList());
    }
  }
}
