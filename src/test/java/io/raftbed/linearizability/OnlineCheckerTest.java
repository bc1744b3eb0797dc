package io.raftbed.linearizability;

import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.linearizability.model.CasRegister;
import io.raftbed.linearizability.model.RegisterInput;
import io.raftbed.linearizability.model.RegisterOutput;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The online checker says "no" at the very event from which brute force does. */
class OnlineCheckerTest {

  private static final int HISTORIES = Integer.getInteger("agreement.histories", 2_000);
  private static final long SEED = Long.getLong("agreement.seed", 1);

  private record Event<I, O>(Operation<I, O> operation, boolean isCall, long time) {}

  @ParameterizedTest
  @EnumSource
  void saysNoAsSoonAsItIsCertain(Samples sample) {
    int violations = violations(sample, sample.histories());
    System.out.printf("%s: %d violations, from seed %d%n", sample, violations, SEED);
    assertThat(violations).isGreaterThan(HISTORIES / 20);
  }

  private static <S, I, O> int violations(Samples name, RandomHistories<S, I, O> sample) {
    int violations = 0;
    for (long seed = SEED; seed < SEED + HISTORIES; seed++) {
      History<I, O> history = sample.draw(new SplittableRandom(seed), 7);
      violations += replay(sample.model(), history, "%s seed %d".formatted(name, seed)) ? 1 : 0;
    }
    return violations;
  }

  private static <S, I, O> boolean replay(
      Model<S, I, O> model, History<I, O> history, String where) {
    OnlineChecker<I, O> checker = OnlineChecker.of(model, Budget.UNLIMITED);
    int[] ids = new int[history.operations().size()];
    for (Event<I, O> event : events(history)) {
      int id = event.operation().id();
      if (event.isCall()) {
        ids[id] = checker.call(event.operation().id(), event.operation().input());
      } else if (end(checker, ids[id], event.operation().outcome())) {
        assertThat(BruteForce.isLinearizable(model, checker.history()))
            .as("%s: %s", where, checker.history().operations())
            .isFalse();
        assertThat(checker.result().verdict().label()).isEqualTo("not linearizable");
        return true;
      } else {
        assertThat(BruteForce.isLinearizable(model, checker.history()))
            .as("%s: %s", where, checker.history().operations())
            .isTrue();
      }
    }
    Verdict<I, O> verdict = checker.result().verdict();
    assertThat(verdict.isLinearizable()).isTrue();
    LegalOrder.check(
        model, checker.history(), ((Verdict.Linearizable<I, O>) verdict).order().orElseThrow());
    return false;
  }

  private static <I, O> boolean end(OnlineChecker<I, O> checker, int id, Outcome<O> outcome) {
    switch (outcome) {
      case Outcome.Ok<O>(O output) -> {
        Optional<Evidence<I, O>> evidence = checker.ok(id, output);
        evidence.ifPresent(it ->
            assertThat(it.blocked().id())
                .as("%s %s", it, checker.history().operations())
                .isEqualTo(id));
        return evidence.isPresent();
      }
      case Outcome.Failed<O> _ -> {
        return checker.failed(id).isPresent();
      }
      case Outcome.Unknown<O> _ -> {
        checker.unknown(id);
        return false;
      }
    }
  }

  private static <I, O> List<Event<I, O>> events(History<I, O> history) {
    List<Event<I, O>> events = new ArrayList<>();
    for (Operation<I, O> operation : history.operations()) {
      events.add(new Event<>(operation, true, 2 * operation.call()));
      if (operation.end() != Operation.OPEN) {
        events.add(new Event<>(operation, false, 2 * operation.end() + 1));
      }
    }
    events.sort(Comparator.comparingLong(Event::time));
    return events;
  }

  @Test
  void takesBackWhatItPlacedTooEarly() {
    var checker = OnlineChecker.of(new CasRegister<>(0), Budget.UNLIMITED);
    int cas = checker.call(1, new RegisterInput.CompareAndSet<>(0, 1));
    int first = checker.call(2, new RegisterInput.Read<>());
    assertThat(checker.ok(first, new RegisterOutput.Value<>(1))).isEmpty();
    int write = checker.call(3, new RegisterInput.Write<>(5));
    assertThat(checker.ok(write, new RegisterOutput.Written<>())).isEmpty();
    assertThat(checker.ok(cas, new RegisterOutput.Mismatch<>())).isPresent();
  }

  @Test
  void aPartitionOutOfBudgetIsUndecidedAndNeverOk() {
    var checker = OnlineChecker.of(new CasRegister<>(0), Budget.UNLIMITED.withSteps(1));
    int write = checker.call(1, new RegisterInput.Write<>(5));
    assertThat(checker.ok(write, new RegisterOutput.Written<>())).isEmpty();
    int read = checker.call(1, new RegisterInput.Read<>());
    assertThat(checker.ok(read, new RegisterOutput.Value<>(4))).isEmpty();
    assertThat(checker.result().verdict()).isEqualTo(new Verdict.Undecided<>(Limit.STEPS));
    assertThat(checker.result().verdict().isLinearizable()).isFalse();
  }
}
