package io.raftbed.linearizability.polynomial;

import io.raftbed.linearizability.Operation;
import io.raftbed.linearizability.Work;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What queues and stacks have in common where each value passes through once: values come from
 * somewhere and go once, and an object found empty has a moment at which it may be.
 */
abstract sealed class Passage<I, O, V> extends Told<I, O, Transfer<V>>
    permits FifoOrder, LifoNesting {

  Passage(String name, Function<Operation<I, O>, Transfer<V>> meaning) {
    super(name, meaning);
  }

  @Override
  public final Optional<Decision<I, O>> decide(List<Operation<I, O>> operations, Work work) {
    return Lifetimes.of(operations, this::meaning, work)
        .map(lifetimes ->
            lifetimes
                .no()
                .or(() -> clash(lifetimes, work))
                .orElseGet(() -> new Decision.Yes<>(Optional.empty())));
  }

  private Optional<Decision<I, O>> clash(Lifetimes<I, O, V> lifetimes, Work work) {
    List<Lifetime<I, O>> values = lifetimes.all();
    Coverage<I, O> coverage = Coverage.of(values, work);
    for (Operation<I, O> empty : lifetimes.empties()) {
      work.unit();
      Optional<Coverage.Span<I, O>> span = coverage.around(empty);
      if (span.isPresent()) {
        return Optional.of(Coverage.refusal(empty, span.get()));
      }
    }
    return disorder(values, coverage, work);
  }

  /**
   * Returns why values cannot go in and out in the order that the object has, if they cannot.
   *
   * @param coverage when it surely is not empty
   */
  abstract Optional<Decision<I, O>> disorder(
      List<Lifetime<I, O>> values, Coverage<I, O> coverage, Work work);
}
