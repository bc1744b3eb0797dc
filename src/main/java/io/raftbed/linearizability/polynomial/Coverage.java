package io.raftbed.linearizability.polynomial;

import io.raftbed.linearizability.Operation;
import io.raftbed.linearizability.Procedure;
import io.raftbed.linearizability.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The times when a queue or a stack surely is not empty: spans in which at each moment some value
 * is in. A span begins and ends with a moment when it may be empty.
 */
final class Coverage<I, O> {

  /** One span and the values that make it, by {@link Lifetime#from}. */
  record Span<I, O>(long from, long until, List<Lifetime<I, O>> values) {}

  private final List<Span<I, O>> spans = new ArrayList<>();

  /**
   * Finds the spans of values.
   *
   * @param byFrom values that are lasting, by {@link Lifetime#from}
   */
  Coverage(List<Lifetime<I, O>> byFrom, Work work) {
    int start = 0;
    while (start < byFrom.size()) {
      long until = byFrom.get(start).until();
      int end = start + 1;
      while (end < byFrom.size() && byFrom.get(end).from() < until) {
        work.unit();
        until = Math.max(until, byFrom.get(end++).until());
      }
      spans.add(new Span<>(byFrom.get(start).from(), until, byFrom.subList(start, end)));
      start = end;
    }
  }

  /** Returns the spans of those of some values that are lasting. */
  static <I, O> Coverage<I, O> of(List<Lifetime<I, O>> values, Work work) {
    List<Lifetime<I, O>> lasting = values.stream().filter(Lifetime::isLasting).toList();
    return new Coverage<>(Sorted.by(Lifetime::from, lasting, work), work);
  }

  List<Span<I, O>> spans() {
    return spans;
  }

  /** Returns the span that an operation lies wholly inside of. */
  Optional<Span<I, O>> around(Operation<I, O> operation) {
    int low = 0;
    int high = spans.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (spans.get(middle).from() < operation.call()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low > 0 && operation.end() < spans.get(low - 1).until()
        ? Optional.of(spans.get(low - 1))
        : Optional.empty();
  }

  /** Returns the decision that an operation cannot have found nothing. */
  static <I, O> Procedure.Decision<I, O> refusal(Operation<I, O> empty, Span<I, O> span) {
    List<Operation<I, O>> conflict = new ArrayList<>();
    conflict.add(empty);
    span.values().stream()
        .filter(value -> value.from() <= empty.end() && value.until() >= empty.call())
        .forEach(value -> conflict.addAll(value.operations()));
    return Refusal.of(
        "leave no moment at which operation %d can find nothing".formatted(empty.id()), conflict);
  }
}
