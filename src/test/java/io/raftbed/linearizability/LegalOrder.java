package io.raftbed.linearizability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks that an order is what it claims to be. */
final class LegalOrder {

  private LegalOrder() {}

  /** Checks that an order of all operations that returned is legal and keeps to real time. */
  static <S, I, O> void check(
      Model<S, I, O> model, History<I, O> history, List<Operation<I, O>> order) {
    assertThat(new HashSet<>(order)).hasSameSizeAs(order);
    for (Operation<I, O> operation : history.operations()) {
      assertThat(order.contains(operation) || !operation.isOk()).as("%s", operation).isTrue();
    }
    checkPart(model, order);
  }

  /** Checks that an order of some operations is legal and keeps to real time. */
  static <S, I, O> void checkPart(Model<S, I, O> model, List<Operation<I, O>> order) {
    Map<Optional<?>, S> states = new HashMap<>();
    long latestCall = Long.MIN_VALUE;
    for (Operation<I, O> next : order) {
      if (next.isOk()) {
        assertThat(latestCall).as("%s in %s", next, order).isLessThanOrEqualTo(next.end());
      }
      latestCall = Math.max(latestCall, next.call());
      Optional<?> key = model.partition(next.input());
      S state = states.getOrDefault(key, model.initial());
      Optional<S> after =
          next.outcome() instanceof Outcome.Ok<O>(O output)
              ? model.step(state, next.input(), output)
              : Optional.of(model.stepUnseen(state, next.input()));
      assertThat(after).as("%s in state %s of %s", next, state, order).isPresent();
      states.put(key, after.orElseThrow());
    }
  }
}
