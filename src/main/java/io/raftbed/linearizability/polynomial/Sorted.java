package io.raftbed.linearizability.polynomial;

import io.raftbed.linearizability.Work;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.ToLongFunction;

/** Sorting that counts as work. */
final class Sorted {

  private Sorted() {}

  /** Returns items by a time of theirs; those of equal time in the order given. */
  static <T> List<T> by(ToLongFunction<T> time, Collection<T> items, Work work) {
    List<T> sorted = new ArrayList<>(items);
    sorted.sort((one, other) -> {
      work.unit();
      return Long.compare(time.applyAsLong(one), time.applyAsLong(other));
    });
    return sorted;
  }
}
