package io.raftbed.linearizability.polynomial;

import io.raftbed.linearizability.Operation;
import io.raftbed.linearizability.Procedure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Decides queues where each value is put in once and all operations have returned, in O(n log n).
 * The violations are those of Henzinger, Sezgin and Vafeiadis ("Aspect-Oriented Linearizability
 * Proofs", CONCUR 2013): a value from nowhere or taken out twice; two values put in one after the
 * other and taken out in the other order; a queue found empty that surely was not.
 */
public final class FifoOrder<I, O, V> implements Procedure<I, O> {

  private final Function<Operation<I, O>, Transfer<V>> meaning;

  /**
   * Makes the procedure.
   *
   * @param meaning what an operation does
   */
  public FifoOrder(Function<Operation<I, O>, Transfer<V>> meaning) {
    this.meaning = meaning;
  }

  @Override
  public String name() {
    return "fifo";
  }

  @Override
  public Optional<Decision<I, O>> decide(List<Operation<I, O>> operations) {
    return Lifetimes.of(operations, meaning)
        .map(lifetimes ->
            lifetimes
                .no()
                .or(() -> overtaking(lifetimes.all()))
                .or(() -> notEmpty(lifetimes))
                .orElseGet(() -> new Decision.Yes<>(Optional.empty())));
  }

  /** Finds a value that was surely put in before another and surely taken out after it. */
  private Optional<Decision<I, O>> overtaking(List<Lifetime<I, O>> values) {
    List<Lifetime<I, O>> byFrom =
        values.stream().sorted(Comparator.comparingLong(Lifetime::from)).toList();
    List<Lifetime<I, O>> byCall =
        values.stream().sorted(Comparator.comparingLong(Lifetime::earliest)).toList();
    Lifetime<I, O> longest = null;
    int before = 0;
    for (Lifetime<I, O> value : byCall) {
      for (; byFrom.get(before).from() < value.earliest(); before++) {
        Lifetime<I, O> earlier = byFrom.get(before);
        longest = longest == null || longest.until() < earlier.until() ? earlier : longest;
      }
      if (longest != null && value.latest() < longest.until()) {
        List<Operation<I, O>> conflict = new ArrayList<>(longest.operations());
        conflict.addAll(value.operations());
        return Optional.of(Lifetimes.refusal("take out first what was put in last", conflict));
      }
    }
    return Optional.empty();
  }

  private Optional<Decision<I, O>> notEmpty(Lifetimes<I, O, V> lifetimes) {
    Coverage<I, O> coverage = new Coverage<>(Coverage.lasting(lifetimes.all()));
    for (Operation<I, O> empty : lifetimes.empties()) {
      Optional<Coverage.Span<I, O>> span = coverage.around(empty);
      if (span.isPresent()) {
        return Optional.of(Coverage.refusal(empty, span.get()));
      }
    }
    return Optional.empty();
  }
}
