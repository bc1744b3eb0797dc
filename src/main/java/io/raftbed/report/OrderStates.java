package io.raftbed.report;

import io.raftbed.linearizability.Model;
import io.raftbed.linearizability.Operation;
import io.raftbed.linearizability.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The states that an order leads through, in words, each partition by itself. */
final class OrderStates<S, I, O> {

  /** How many characters are described in all; values that only grow would fill any page. */
  private static final long CHARACTERS = 50_000_000;

  private final Model<S, I, O> model;
  private long described;

  OrderStates(Model<S, I, O> model) {
    this.model = model;
  }

  /**
   * Returns the state after each operation from a position on; empty texts where there is no room
   * left, or where the model finds the order impossible.
   */
  List<String> after(List<Operation<I, O>> order, int from) {
    Map<Optional<?>, S> states = new HashMap<>();
    List<String> texts = new ArrayList<>();
    boolean isLegal = true;
    for (int i = 0; i < order.size(); i++) {
      Operation<I, O> operation = order.get(i);
      Optional<?> key = model.partition(operation.input());
      Optional<S> next =
          isLegal ? next(states.getOrDefault(key, model.initial()), operation) : Optional.empty();
      isLegal = next.isPresent();
      next.ifPresent(state -> states.put(key, state));
      if (i >= from) {
        texts.add(next.map(this::text).orElse(""));
      }
    }
    return texts;
  }

  private Optional<S> next(S state, Operation<I, O> operation) {
    return operation.outcome() instanceof Outcome.Ok<O>(O output)
        ? model.step(state, operation.input(), output)
        : Optional.of(model.stepUnseen(state, operation.input()));
  }

  private String text(S state) {
    if (described > CHARACTERS) {
      return "";
    }
    String text = model.describe(state);
    described += text.length();
    return Abridged.of(text);
  }
}
