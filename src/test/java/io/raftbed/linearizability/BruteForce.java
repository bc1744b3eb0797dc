package io.raftbed.linearizability;

import java.util.List;

/**
 * Decides small histories by trying all orders: shares no idea and no code with the search. An
 * order takes each operation that returned, and each of unknown outcome or not.
 */
final class BruteForce<S, I, O> {

  private final Model<S, I, O> model;
  private final List<Operation<I, O>> operations;
  private final boolean[] isPlaced;

  private BruteForce(Model<S, I, O> model, List<Operation<I, O>> operations) {
    this.model = model;
    this.operations = operations;
    isPlaced = new boolean[operations.size()];
  }

  static <S, I, O> boolean isLinearizable(Model<S, I, O> model, History<I, O> history) {
    List<Operation<I, O>> operations =
        history.operations().stream()
            .filter(operation -> !(operation.outcome() instanceof Outcome.Failed))
            .toList();
    return operations.stream()
        .map(operation -> model.partition(operation.input()))
        .distinct()
        .allMatch(key ->
            new BruteForce<>(
                    model,
                    operations.stream()
                        .filter(it -> model.partition(it.input()).equals(key))
                        .toList())
                .canGoOn(model.initial()));
  }

  private boolean canGoOn(S state) {
    boolean isDone = true;
    for (int i = 0; i < isPlaced.length; i++) {
      isDone &= isPlaced[i] || !operations.get(i).isOk();
    }
    if (isDone) {
      return true;
    }
    for (int i = 0; i < isPlaced.length; i++) {
      if (!isPlaced[i] && mayComeNext(operations.get(i)) && canGoOnWith(i, state)) {
        return true;
      }
    }
    return false;
  }

  private boolean mayComeNext(Operation<I, O> next) {
    for (int i = 0; i < isPlaced.length; i++) {
      Operation<I, O> other = operations.get(i);
      if (!isPlaced[i] && other.isOk() && other.end() < next.call()) {
        return false;
      }
    }
    return true;
  }

  private boolean canGoOnWith(int i, S state) {
    Operation<I, O> next = operations.get(i);
    isPlaced[i] = true;
    boolean can =
        next.outcome() instanceof Outcome.Ok<O>(O output)
            ? model.step(state, next.input(), output).map(this::canGoOn).orElse(false)
            : canGoOn(model.stepUnseen(state, next.input()));
    isPlaced[i] = false;
    return can;
  }
}
