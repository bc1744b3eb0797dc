package io.raftbed.linearizability.polynomial;

import io.raftbed.linearizability.Operation;
import io.raftbed.linearizability.Procedure;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Decides stacks where each value is put in once and all operations have returned, in O(n log n + n
 * d) for a stack of depth d.
 *
 * <p>A value that may be taken out as soon as it is put in hinders nobody. Of the others, look at a
 * span of time in which the stack surely is never empty. Its lowest value is there all the time: it
 * may have been put in before the span and taken out after it. If there is such a value it can be
 * taken as the lowest without loss, as a legal order stays one without it; then what is left is
 * decided the same way. If there is none, there is no legal order. (Compare Gibbons, Bruno and
 * Phillips, "Black-Box Correctness Tests for Basic Parallel Data Structures", SPAA 2002.)
 */
public final class LifoNesting<I, O, V> implements Procedure<I, O> {

  private final Function<Operation<I, O>, Transfer<V>> meaning;

  /**
   * Makes the procedure.
   *
   * @param meaning what an operation does
   */
  public LifoNesting(Function<Operation<I, O>, Transfer<V>> meaning) {
    this.meaning = meaning;
  }

  @Override
  public String name() {
    return "lifo";
  }

  @Override
  public Optional<Decision<I, O>> decide(List<Operation<I, O>> operations) {
    return Lifetimes.of(operations, meaning)
        .map(lifetimes ->
            lifetimes
                .no()
                .or(() -> clash(lifetimes))
                .orElseGet(() -> new Decision.Yes<>(Optional.empty())));
  }

  private Optional<Decision<I, O>> clash(Lifetimes<I, O, V> lifetimes) {
    Coverage<I, O> whole = new Coverage<>(Coverage.lasting(lifetimes.all()));
    for (Operation<I, O> empty : lifetimes.empties()) {
      Optional<Coverage.Span<I, O>> span = whole.around(empty);
      if (span.isPresent()) {
        return Optional.of(Coverage.refusal(empty, span.get()));
      }
    }
    Deque<Coverage.Span<I, O>> open = new ArrayDeque<>(whole.spans());
    while (!open.isEmpty()) {
      Coverage.Span<I, O> span = open.pop();
      Optional<Lifetime<I, O>> lowest =
          span.values().stream().filter(value -> maySpan(value, span)).findFirst();
      if (lowest.isEmpty()) {
        return Optional.of(noLowest(span));
      }
      List<Lifetime<I, O>> above = new ArrayList<>(span.values());
      above.remove(lowest.get());
      new Coverage<>(above).spans().forEach(open::push);
    }
    return Optional.empty();
  }

  private static <I, O> boolean maySpan(Lifetime<I, O> value, Coverage.Span<I, O> span) {
    return value.earliest() <= span.from() && value.latest() >= span.until();
  }

  private static <I, O> Decision<I, O> noLowest(Coverage.Span<I, O> span) {
    List<Operation<I, O>> conflict = new ArrayList<>();
    span.values().forEach(value -> conflict.addAll(value.operations()));
    return Lifetimes.refusal(
        "keep the stack from being empty, but none of their values can be the lowest", conflict);
  }
}
