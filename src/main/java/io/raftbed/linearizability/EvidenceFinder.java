package io.raftbed.linearizability;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds out why a partition is not linearizable, once it is known that it is not. */
final class EvidenceFinder<S, I, O> {

  /** Steps for each search that serves evidence: enough for all but the hardest violations. */
  private static final long STEPS = 1_000_000;

  /** Steps for each search that looks for orders to show. */
  private static final long STEPS_FOR_ORDERS = 200_000;

  private final Model<S, I, O> model;
  private final Optional<?> key;
  private final Budget budget;
  private final Budget shown;
  private final boolean isThorough;

  /**
   * Makes a finder.
   *
   * @param isThorough whether to look for more than what is known at once
   */
  EvidenceFinder(Model<S, I, O> model, Optional<?> key, Budget budget, boolean isThorough) {
    this.isThorough = isThorough;
    this.model = model;
    this.key = key;
    this.budget = budget.withSteps(STEPS);
    shown = budget.withSteps(STEPS_FOR_ORDERS);
  }

  /**
   * Returns the evidence when a search got stuck.
   *
   * @param operations what was searched
   * @param furthest the first return that could not be placed there
   */
  Evidence<I, O> bySearch(List<Operation<I, O>> operations, int furthest) {
    FailingPrefix<S, I, O> failing = new FailingPrefix<>(model, operations, budget);
    Operation<I, O> blocked = failing.returned(furthest);
    try {
      return isThorough
          ? thorough(operations, furthest, failing)
          : brief(cause(blocked), blocked, operations);
    } catch (OutOfBudget _) {
      return brief(cause(blocked), blocked, operations);
    }
  }

  private Evidence<I, O> thorough(
      List<Operation<I, O>> operations, int furthest, FailingPrefix<S, I, O> failing) {
    Optional<Integer> shortest = failing.shortestFrom(furthest);
    int last = shortest.orElse(furthest);
    List<Operation<I, O>> prefix = shortest.map(failing::upTo).orElse(operations);
    Operation<I, O> blocked = failing.returned(last);
    return new Evidence<>(
        key,
        cause(blocked),
        blocked,
        new History<>(prefix, List.of()),
        shortest.isPresent() && failing.isExact(),
        List.of(),
        LastConfigurations.of(model, failing.before(last), blocked, shown),
        LongestPartials.of(model, prefix, shown));
  }

  /** Returns the evidence when a procedure found a conflict; the search may be too slow for all. */
  Evidence<I, O> byConflict(List<Operation<I, O>> operations, Procedure.Decision.No<I, O> no) {
    Optional<Evidence<I, O>> whole = isThorough ? searched(operations) : Optional.empty();
    Evidence<I, O> found =
        whole
            .or(() -> isThorough ? searched(no.conflict()) : Optional.empty())
            .orElseGet(() -> brief(no.cause(), lastToReturn(no.conflict()), no.conflict()));
    return new Evidence<>(
        key,
        no.cause(),
        found.blocked(),
        found.prefix(),
        whole.isPresent() && found.isShortest(),
        no.conflict(),
        found.configurations(),
        found.partials());
  }

  private Optional<Evidence<I, O>> searched(List<Operation<I, O>> operations) {
    try {
      Meter meter = new Meter(budget);
      Search<S, I, O> search = Search.of(model, operations, meter);
      return search.run()
          ? Optional.empty()
          : Optional.of(bySearch(operations, search.furthestStage()));
    } catch (OutOfBudget _) {
      return Optional.empty();
    }
  }

  /** What there is to say without a search. */
  private Evidence<I, O> brief(
      String cause, Operation<I, O> blocked, List<Operation<I, O>> operations) {
    return new Evidence<>(
        key,
        cause,
        blocked,
        new History<>(operations, List.of()),
        false,
        List.of(),
        List.of(),
        List.of());
  }

  private static <I, O> Operation<I, O> lastToReturn(List<Operation<I, O>> operations) {
    return operations.stream()
        .filter(Operation::isOk)
        .max(Comparator.comparingLong(Operation::end))
        .orElseThrow();
  }

  private String cause(Operation<I, O> blocked) {
    return "operation %d of client %d, %s, has no place in any order of what came before it returned"
        .formatted(
            blocked.id(), blocked.client(), model.describe(blocked.input(), blocked.outcome()));
  }
}
