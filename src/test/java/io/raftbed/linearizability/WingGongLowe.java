package io.raftbed.linearizability;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The plain algorithm of Wing and Gong with Lowe's memory of configurations: no closure, no order
 * of candidates, no pruning. The oracle for histories too long for brute force.
 */
final class WingGongLowe<S, I, O> {

  private record Configuration<S>(BitSet placed, S state) {}

  private final Model<S, I, O> model;
  private final List<Operation<I, O>> operations;
  private final BitSet placed = new BitSet();
  private final Set<Configuration<S>> seen = new HashSet<>();
  private long left;

  private WingGongLowe(Model<S, I, O> model, List<Operation<I, O>> operations, long bound) {
    this.model = model;
    this.operations = operations;
    left = bound;
  }

  /**
   * Decides one partition.
   *
   * @param bound how many configurations may be looked at
   * @throws IllegalStateException if that is not enough
   */
  static <S, I, O> boolean isLinearizable(
      Model<S, I, O> model, List<Operation<I, O>> operations, long bound) {
    return new WingGongLowe<>(model, operations, bound).canGoOn(model.initial());
  }

  private boolean canGoOn(S state) {
    if (!seen.add(new Configuration<>((BitSet) placed.clone(), state))) {
      return false;
    }
    if (--left < 0) {
      throw new IllegalStateException("bound");
    }
    long firstEnd = Long.MAX_VALUE;
    for (int i = placed.nextClearBit(0); i < operations.size(); i = placed.nextClearBit(i + 1)) {
      if (operations.get(i).isOk()) {
        firstEnd = Math.min(firstEnd, operations.get(i).end());
      }
    }
    if (firstEnd == Long.MAX_VALUE) {
      return true;
    }
    for (int i = placed.nextClearBit(0); i < operations.size(); i = placed.nextClearBit(i + 1)) {
      if (operations.get(i).call() > firstEnd) {
        return false;
      }
      if (canGoOnWith(i, state)) {
        return true;
      }
    }
    return false;
  }

  private boolean canGoOnWith(int i, S state) {
    Operation<I, O> next = operations.get(i);
    placed.set(i);
    boolean can =
        next.outcome() instanceof Outcome.Ok<O>(O output)
            ? model.step(state, next.input(), output).map(this::canGoOn).orElse(false)
            : canGoOn(model.stepUnseen(state, next.input()));
    placed.clear(i);
    return can;
  }
}
