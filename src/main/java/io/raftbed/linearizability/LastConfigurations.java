package io.raftbed.linearizability;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How far one can get: the configurations just before the event that cannot be placed. */
final class LastConfigurations<S, I, O> {

  private final Model<S, I, O> model;
  private final Operation<I, O> blocked;
  private final Loaded<I, O> loaded;
  private final List<Evidence.Configuration<I, O>> found = new ArrayList<>();

  private LastConfigurations(Model<S, I, O> model, Operation<I, O> blocked, Loaded<I, O> loaded) {
    this.model = model;
    this.blocked = blocked;
    this.loaded = loaded;
  }

  /**
   * Returns those that a search finds within a budget.
   *
   * @param good a history that is linearizable, and is not once {@code blocked} has returned
   */
  static <S, I, O> List<Evidence.Configuration<I, O>> of(
      Model<S, I, O> model, List<Operation<I, O>> good, Operation<I, O> blocked, Budget budget) {
    Meter meter = new Meter(budget);
    try {
      Transitions<S, I, O> transitions = new Transitions<>(model, meter);
      Loaded<I, O> loaded = Loaded.load(good, transitions, meter);
      LastConfigurations<S, I, O> last = new LastConfigurations<>(model, blocked, loaded);
      last.collect(new Search<>(transitions, loaded.timeline(), meter, _ -> {}));
      return last.found;
    } catch (OutOfBudget _) {
      return List.of();
    }
  }

  private void collect(Search<S, I, O> search) {
    Set<List<Operation<I, O>>> orders = new HashSet<>();
    try {
      while (found.size() < Evidence.SHOWN && search.run()) {
        List<Operation<I, O>> order = PartitionCheck.order(search.frontier(), loaded.operations());
        if (orders.add(order)) {
          found.add(configuration(order));
        }
        search.rejectOrder();
      }
    } catch (OutOfBudget _) {
      // What was found until here is worth showing.
    }
  }

  private Evidence.Configuration<I, O> configuration(List<Operation<I, O>> order) {
    S state = model.initial();
    for (Operation<I, O> operation : order) {
      state = after(state, operation);
    }
    Set<Operation<I, O>> placed = new HashSet<>(order);
    List<Evidence.Candidate<I, O>> candidates = new ArrayList<>();
    candidates.add(rejected(state, placed.contains(blocked.opened())));
    for (Operation<I, O> operation : loaded.operations()) {
      if (!placed.contains(operation) && operation.id() != blocked.id()) {
        candidates.add(
            new Evidence.Candidate<>(
                operation, true, "it may take effect now, or later, or never"));
      }
    }
    return new Evidence.Configuration<>(order, model.describe(state), candidates);
  }

  private S after(S state, Operation<I, O> operation) {
    return operation.outcome() instanceof Outcome.Ok<O>(O output)
        ? model.step(state, operation.input(), output).orElseThrow()
        : model.stepUnseen(state, operation.input());
  }

  private Evidence.Candidate<I, O> rejected(S state, boolean isPlaced) {
    if (isPlaced) {
      return new Evidence.Candidate<>(
          blocked, false, "its effect was seen before, but it cannot have returned this then");
    }
    return blocked.outcome() instanceof Outcome.Ok<O>(O output)
            && model.step(state, blocked.input(), output).isEmpty()
        ? new Evidence.Candidate<>(blocked, false, model.rejection(state, blocked.input(), output))
        : new Evidence.Candidate<>(
            blocked, false, "possible in this state, but then others that returned are not");
  }
}
