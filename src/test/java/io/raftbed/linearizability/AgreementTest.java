package io.raftbed.linearizability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The checker agrees with brute force on random small histories. {@code -Dagreement.histories} says
 * how many for each model, {@code -Dagreement.operations} how many operations each has at most,
 * {@code -Dagreement.seed} where to begin.
 */
class AgreementTest {

  private static final int HISTORIES = Integer.getInteger("agreement.histories", 2_500);
  private static final int OPERATIONS = Integer.getInteger("agreement.operations", 7);
  private static final long SEED = Long.getLong("agreement.seed", 1);

  @ParameterizedTest
  @EnumSource
  void agreesWithBruteForce(Samples sample) {
    Map<String, Integer> decided = new TreeMap<>();
    int linearizable = agreements(sample, sample.histories(), decided);
    System.out.printf(
        "%s: %d of %d histories linearizable, seeds %d to %d; decided by %s%n",
        sample, linearizable, HISTORIES, SEED, SEED + HISTORIES - 1, decided);
    assertThat(linearizable).isBetween(HISTORIES / 20, HISTORIES * 19 / 20);
  }

  private static <S, I, O> int agreements(
      Samples name, RandomHistories<S, I, O> sample, Map<String, Integer> decided) {
    Model<S, I, O> model = sample.model();
    int linearizable = 0;
    for (long seed = SEED; seed < SEED + HISTORIES; seed++) {
      History<I, O> history = sample.draw(new SplittableRandom(seed), OPERATIONS);
      boolean expected = BruteForce.isLinearizable(model, history);
      linearizable += expected ? 1 : 0;
      String where = "%s seed %d: %s".formatted(name, seed, history.operations());
      CheckResult<I, O> result = Checker.of(model).check(history);
      agrees(model, history, expected, result, where);
      decided.merge(result.procedure() + (expected ? " yes" : " no"), 1, Integer::sum);
      agrees(model, history, expected, Checker.of(model).searchOnly().check(history), where);
    }
    return linearizable;
  }

  private static <S, I, O> void agrees(
      Model<S, I, O> model,
      History<I, O> history,
      boolean expected,
      CheckResult<I, O> result,
      String where) {
    switch (result.verdict()) {
      case Verdict.Linearizable<I, O>(var order) -> {
        assertThat(expected).as("%s says %s: %s", result.procedure(), order, where).isTrue();
        order.ifPresent(it -> LegalOrder.check(model, history, it));
      }
      case Verdict.NotLinearizable<I, O>(Evidence<I, O> evidence) -> {
        assertThat(expected).as("%s: %s", result.procedure(), where).isFalse();
        SoundEvidence.check(model, history, evidence, where);
      }
      case Verdict.Undecided<I, O> undecided -> throw new AssertionError(undecided + where);
    }
  }
}
