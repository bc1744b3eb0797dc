package io.raftbed.linearizability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The shortest beginning of a history that is not linearizable. What had not returned there counts
 * as unknown, so it may be longer than where a search of the whole got stuck.
 */
final class FailingPrefix<S, I, O> {

  private final Model<S, I, O> model;
  private final List<Operation<I, O>> operations;
  private final Budget budget;
  private final List<Operation<I, O>> byReturn = new ArrayList<>();
  private final int[] rank;
  private boolean isExact = true;

  FailingPrefix(Model<S, I, O> model, List<Operation<I, O>> operations, Budget budget) {
    this.model = model;
    this.budget = budget;
    this.operations = operations;
    rank = new int[operations.size()];
    Arrays.fill(rank, Integer.MAX_VALUE);
    Events.replay(
        operations,
        () -> {},
        new Events.Handler() {
          @Override
          public void called(int operation) {}

          @Override
          public void returned(int operation) {
            rank[operation] = byReturn.size();
            byReturn.add(operations.get(operation));
          }
        });
  }

  int returns() {
    return byReturn.size();
  }

  Operation<I, O> returned(int index) {
    return byReturn.get(index);
  }

  /** Returns whether every prefix that was asked about was decided within the budget. */
  boolean isExact() {
    return isExact;
  }

  /**
   * Returns the last return of the shortest failing prefix; empty if none was shown to fail in
   * time. Prefixes fail from some return on, so steps that double and a bisection find it.
   *
   * @param first the first return that may be it
   * @throws OutOfBudget when the time is over
   */
  Optional<Integer> shortestFrom(int first) {
    int good = first - 1;
    int bad = first;
    for (int stride = 1; !fails(bad); stride *= 2) {
      if (bad == returns() - 1) {
        return Optional.empty();
      }
      good = bad;
      bad = Math.min(bad + stride, returns() - 1);
    }
    while (bad - good > 1) {
      int middle = (good + bad) >>> 1;
      if (fails(middle)) {
        bad = middle;
      } else {
        good = middle;
      }
    }
    return Optional.of(bad);
  }

  /**
   * Returns the history as it was known after a return: what returns later is open, what is called
   * later is not in it.
   */
  List<Operation<I, O>> upTo(int index) {
    return upTo(index, returned(index).end());
  }

  /** Returns the history as it was known just before a return. */
  List<Operation<I, O>> before(int index) {
    return upTo(index - 1, returned(index).end());
  }

  private List<Operation<I, O>> upTo(int index, long lastCall) {
    List<Operation<I, O>> known = new ArrayList<>();
    for (int i = 0; i < operations.size() && operations.get(i).call() <= lastCall; i++) {
      known.add(rank[i] <= index ? operations.get(i) : operations.get(i).opened());
    }
    return known;
  }

  private boolean fails(int index) {
    try {
      return !Search.of(model, upTo(index), new Meter(budget)).run();
    } catch (OutOfBudget e) {
      if (e.limit() == Limit.CANCELLED) {
        throw e;
      }
      isExact = false;
      return false;
    }
  }
}
