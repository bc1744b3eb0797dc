package io.raftbed.linearizability;

import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.linearizability.format.Recorded;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every recorded history gets the verdict that its manifest names, by every way to decide. */
class CorpusTest {

  /** What plain search is given for histories of which no verdict is known. */
  private static final long ORACLE_BOUND = 200_000;

  static List<Corpus.Row> rows() {
    return Corpus.rows();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void getsItsVerdict(Corpus.Row row) {
    check(row, row.read());
  }

  private static <S, I, O> void check(Corpus.Row row, Recorded<S, I, O> recorded) {
    History<I, O> history = recorded.history();
    Checker<I, O> checker = Checker.of(recorded.model());
    checker = row.isPartitioned() ? checker : checker.unpartitioned();
    CheckResult<I, O> result = checker.check(history);
    Optional<String> expected =
        row.expected().or(() -> oracle(recorded.model(), history).map(is -> is ? "ok" : "bad"));
    expected.ifPresent(verdict -> assertThat(word(result)).isEqualTo(verdict));
    Budget bounded = Budget.UNLIMITED.withSteps(1_000_000);
    CheckResult<I, O> searched = checker.searchOnly().budget(bounded).check(history);
    assertThat(word(searched)).isIn(word(result), "unknown");
    if (result.verdict() instanceof Verdict.Linearizable<I, O>(var order)) {
      order.ifPresent(it -> LegalOrder.check(recorded.model(), history, it));
    }
  }

  private static String word(CheckResult<?, ?> result) {
    return switch (result.verdict().label()) {
      case "linearizable" -> "ok";
      case "not linearizable" -> "bad";
      default -> "unknown";
    };
  }

  private static <S, I, O> Optional<Boolean> oracle(Model<S, I, O> model, History<I, O> history) {
    try {
      return Optional.of(WingGongLowe.isLinearizable(model, history.operations(), ORACLE_BOUND));
    } catch (IllegalStateException _) {
      return Optional.empty();
    }
  }
}
