package io.raftbed.linearizability.polynomial;

import io.raftbed.linearizability.Operation;
import io.raftbed.linearizability.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Decides queues where each value is put in once and all operations have returned, in O(n log n).
 * The violations are those of Henzinger, Sezgin and Vafeiadis ("Aspect-Oriented Linearizability
 * Proofs", CONCUR 2013): a value from nowhere or taken out twice; two values put in one after the
 * other and taken out in the other order; a queue found empty that surely was not.
 */
public final class FifoOrder<I, O, V> extends Passage<I, O, V> {

  /**
   * Makes the procedure.
   *
   * @param meaning what an operation does
   */
  public FifoOrder(Function<Operation<I, O>, Transfer<V>> meaning) {
    super("fifo", meaning);
  }

  /** Finds a value that was surely put in before another and surely taken out after it. */
  @Override
  Optional<Decision<I, O>> disorder(
      List<Lifetime<I, O>> values, Coverage<I, O> coverage, Work work) {
    List<Lifetime<I, O>> byFrom = Sorted.by(Lifetime::from, values, work);
    Lifetime<I, O> longest = null;
    int before = 0;
    for (Lifetime<I, O> value : Sorted.by(Lifetime::earliest, values, work)) {
      work.unit();
      for (; byFrom.get(before).from() < value.earliest(); before++) {
        Lifetime<I, O> earlier = byFrom.get(before);
        longest = longest == null || longest.until() < earlier.until() ? earlier : longest;
      }
      if (longest != null && value.latest() < longest.until()) {
        List<Operation<I, O>> conflict = new ArrayList<>(longest.operations());
        conflict.addAll(value.operations());
        return Optional.of(Refusal.of("take out first what was put in last", conflict));
      }
    }
    return Optional.empty();
  }
}
