package io.raftbed.linearizability.polynomial;

import io.raftbed.linearizability.Operation;
import io.raftbed.linearizability.Procedure.Decision;
import io.raftbed.linearizability.Work;
import io.raftbed.linearizability.polynomial.Clusters.Free;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds places for free operations between clusters that have a legal order.
 *
 * <p>Each cluster's write has an earliest moment, the greatest call of what comes before it and its
 * own, and a latest one, the least end of what comes with it or after it. Any moments between these
 * that keep the order are legal, all the earliest together and all the latest together too. Free
 * operations hinder no one; one has a place if at some moment between its call and its end the
 * value is none that it rules out.
 */
final class Placement<I, O, V> {

  private final Clusters<I, O, V> clusters;
  private final List<Cluster<I, O>> sequence;
  private final Work work;
  private final long[] earliest;
  private final long[] latest;

  /**
   * Makes one.
   *
   * @param sequence all clusters in a legal order, that of the initial value first
   */
  Placement(Clusters<I, O, V> clusters, List<Cluster<I, O>> sequence, Work work) {
    this.clusters = clusters;
    this.sequence = sequence;
    this.work = work;
    earliest = new long[sequence.size()];
    latest = new long[sequence.size()];
    long call = Long.MIN_VALUE;
    for (int i = 0; i < earliest.length; i++) {
      work.unit();
      Operation<I, O> write = sequence.get(i).write();
      earliest[i] = write == null ? call : Math.max(call, write.call());
      call = Math.max(call, sequence.get(i).call());
    }
    long end = Long.MAX_VALUE;
    for (int i = latest.length - 1; i >= 0; i--) {
      end = Math.min(end, sequence.get(i).end());
      latest[i] = end;
    }
  }

  /** Returns the decision; empty if no places are found and yet there may be some. */
  Optional<Decision<I, O>> decide() {
    Optional<List<Operation<I, O>>> order = order(earliest).or(() -> order(latest));
    return order.isPresent() ? Optional.of(new Decision.Yes<>(order)) : refusal();
  }

  /** Returns an order with the writes at these moments, if all free operations have a place. */
  private Optional<List<Operation<I, O>>> order(long[] moments) {
    Map<Integer, List<Operation<I, O>>> placed = new HashMap<>();
    for (Free<I, O, V> it : clusters.free()) {
      int place = allowed(it, before(moments, it.operation().call()), last(moments, it));
      if (place < 0) {
        return Optional.empty();
      }
      placed.computeIfAbsent(place, _ -> new ArrayList<>()).add(it.operation());
    }
    List<Operation<I, O>> order = new ArrayList<>();
    for (int i = 0; i < sequence.size(); i++) {
      work.unit();
      Operation<I, O> write = sequence.get(i).write();
      if (write != null) {
        order.add(write);
      }
      order.addAll(merged(sequence.get(i).reads(), placed.get(i)));
    }
    return Optional.of(order);
  }

  private List<Operation<I, O>> merged(
      List<Operation<I, O>> reads, @Nullable List<Operation<I, O>> free) {
    if (free == null) {
      return reads;
    }
    List<Operation<I, O>> all = new ArrayList<>(reads);
    all.addAll(free);
    return Sorted.by(Operation::call, all, work);
  }

  /** Returns the first place from one to another that is not ruled out, or -1. */
  private int allowed(Free<I, O, V> it, int from, int to) {
    for (int place = from; place <= to; place++) {
      work.unit();
      if (!clusters.isRuledOut(it, sequence.get(place))) {
        return place;
      }
    }
    return -1;
  }

  /** Returns the last place that begins before a time; at least the first place. */
  private static int before(long[] moments, long time) {
    int low = 0;
    int high = moments.length - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (moments[middle] < time) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** Returns the last place that begins before a free operation ends, or just then. */
  private static <I, O, V> int last(long[] moments, Free<I, O, V> it) {
    long end = it.operation().end();
    return end == Long.MAX_VALUE ? moments.length - 1 : before(moments, end + 1);
  }

  /** Looks for a free operation that has no place whatever the moments are. */
  private Optional<Decision<I, O>> refusal() {
    if (!clusters.hasOneOrder()) {
      return Optional.empty();
    }
    for (Free<I, O, V> it : clusters.free()) {
      int from = before(latest, it.operation().call());
      int to = last(earliest, it);
      if (allowed(it, from, to) < 0) {
        return Optional.of(refusal(it.operation(), from, to));
      }
    }
    return Optional.empty();
  }

  private Decision<I, O> refusal(Operation<I, O> free, int from, int to) {
    Set<Operation<I, O>> conflict = new LinkedHashSet<>();
    conflict.add(free);
    if (from > 0) {
      conflict.addAll(holdingFrom(from));
    }
    if (to < sequence.size() - 1) {
      conflict.addAll(holdingUntil(to + 1));
    }
    return Refusal.because(
        "operation %d has no moment at which it could find what it says".formatted(free.id()),
        conflict);
  }

  /** Returns what shows that a place must begin so early. */
  private Set<Operation<I, O>> holdingFrom(int place) {
    Cluster<I, O> first = sequence.get(place);
    for (Cluster<I, O> it : sequence.subList(place, sequence.size())) {
      first = it.end() < first.end() ? it : first;
    }
    return first.proof(first.firstToEnd());
  }

  /** Returns what shows that a place cannot begin earlier. */
  private Set<Operation<I, O>> holdingUntil(int place) {
    Cluster<I, O> last = sequence.get(place);
    Operation<I, O> write = Objects.requireNonNull(last.write());
    if (write.call() == earliest[place]) {
      return last.proof(write);
    }
    for (Cluster<I, O> it : sequence.subList(0, place)) {
      last = it.call() == earliest[place] ? it : last;
    }
    return last.proof(last.lastCalled());
  }
}
