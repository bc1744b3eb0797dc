package io.raftbed.linearizability.polynomial;

import io.raftbed.linearizability.Operation;
import io.raftbed.linearizability.Work;
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
public final class LifoNesting<I, O, V> extends Passage<I, O, V> {

  /**
   * Makes the procedure.
   *
   * @param meaning what an operation does
   */
  public LifoNesting(Function<Operation<I, O>, Transfer<V>> meaning) {
    super("lifo", meaning);
  }

  @Override
  Optional<Decision<I, O>> disorder(
      List<Lifetime<I, O>> values, Coverage<I, O> coverage, Work work) {
    Deque<Coverage.Span<I, O>> open = new ArrayDeque<>(coverage.spans());
    while (!open.isEmpty()) {
      Coverage.Span<I, O> span = open.pop();
      Optional<Lifetime<I, O>> lowest = lowest(span, work);
      if (lowest.isEmpty()) {
        return Optional.of(noLowest(span));
      }
      List<Lifetime<I, O>> above = new ArrayList<>(span.values());
      above.remove(lowest.get());
      new Coverage<>(above, work).spans().forEach(open::push);
    }
    return Optional.empty();
  }

  private static <I, O> Optional<Lifetime<I, O>> lowest(Coverage.Span<I, O> span, Work work) {
    for (Lifetime<I, O> value : span.values()) {
      work.unit();
      if (maySpan(value, span)) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  private static <I, O> boolean maySpan(Lifetime<I, O> value, Coverage.Span<I, O> span) {
    return value.earliest() <= span.from() && value.latest() >= span.until();
  }

  private static <I, O> Decision<I, O> noLowest(Coverage.Span<I, O> span) {
    List<Operation<I, O>> conflict = new ArrayList<>();
    span.values().forEach(value -> conflict.addAll(value.operations()));
    return Refusal.of(
        "keep the stack from being empty, but none of their values can be the lowest", conflict);
  }
}
