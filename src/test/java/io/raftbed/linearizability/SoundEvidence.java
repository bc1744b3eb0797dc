package io.raftbed.linearizability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** Checks that evidence holds what it says, by brute force. */
final class SoundEvidence {

  private SoundEvidence() {}

  static <S, I, O> void check(
      Model<S, I, O> model, History<I, O> history, Evidence<I, O> evidence, String where) {
    assertThat(evidence.isShortest()).as(where).isTrue();
    assertThat(BruteForce.isLinearizable(model, evidence.prefix())).as(where).isFalse();
    assertThat(evidence.prefix().operations()).contains(evidence.blocked());
    assertThat(BruteForce.isLinearizable(model, withoutLastEvent(evidence)))
        .as("one event less: %s", where)
        .isTrue();
    assertThat(evidence.configurations()).as(where).isNotEmpty();
    evidence.configurations().forEach(it -> checkConfiguration(model, evidence, it, where));
    evidence.partials().forEach(it -> LegalOrder.checkPart(model, it));
    if (!evidence.conflict().isEmpty()) {
      List<Operation<I, O>> conflict = evidence.conflict();
      assertThat(BruteForce.isLinearizable(model, history.only(conflict::contains)))
          .as("conflict %s of %s", conflict, where)
          .isFalse();
    }
  }

  private static <I, O> History<I, O> withoutLastEvent(Evidence<I, O> evidence) {
    return new History<>(
        evidence.prefix().operations().stream()
            .<Operation<I, O>>map(it -> it.equals(evidence.blocked()) ? it.opened() : it)
            .toList(),
        List.of());
  }

  private static <S, I, O> void checkConfiguration(
      Model<S, I, O> model,
      Evidence<I, O> evidence,
      Evidence.Configuration<I, O> configuration,
      String where) {
    LegalOrder.checkPart(model, configuration.order());
    for (Operation<I, O> operation : withoutLastEvent(evidence).operations()) {
      assertThat(configuration.order().contains(operation) || !operation.isOk()).isTrue();
    }
    assertThat(configuration.candidates())
        .as(where)
        .anyMatch(it -> it.operation().equals(evidence.blocked()) && !it.isPossible());
  }
}
