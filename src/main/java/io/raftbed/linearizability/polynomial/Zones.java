package io.raftbed.linearizability.polynomial;

import io.raftbed.linearizability.Operation;
import io.raftbed.linearizability.Procedure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Decides registers where no value is written twice, in O(n log n). After Gibbons and Korach
 * ("Testing Shared Memories", SIAM J. Comput. 1997) in the words of Golab, Li and Shah
 * (HPL-2011-6).
 *
 * <p>A value's zone reaches from the least end to the greatest call of the operations that wrote or
 * read it: forward when it does so in this order, else backward. There is a legal order if and only
 * if every read has its write, none ends before its write is called, forward zones do not overlap
 * and no backward zone lies inside a forward one.
 */
public final class Zones<I, O, V> implements Procedure<I, O> {

  private final V initial;
  private final Function<Operation<I, O>, Access<V>> meaning;

  /**
   * Makes the procedure.
   *
   * @param initial the value before the first operation
   * @param meaning what an operation does
   */
  public Zones(V initial, Function<Operation<I, O>, Access<V>> meaning) {
    this.initial = initial;
    this.meaning = meaning;
  }

  @Override
  public String name() {
    return "zones";
  }

  @Override
  public Optional<Decision<I, O>> decide(List<Operation<I, O>> operations) {
    Map<V, Cluster<I, O>> clusters = new HashMap<>();
    List<Operation<I, O>> free = new ArrayList<>();
    clusters.put(initial, Cluster.initial());
    for (Operation<I, O> operation : operations) {
      switch (meaning.apply(operation)) {
        case Access.Write<V>(V value) -> {
          Cluster<I, O> cluster = clusters.computeIfAbsent(value, _ -> new Cluster<>());
          if (value.equals(initial) || cluster.write() != null) {
            return Optional.empty();
          }
          cluster.write(operation);
        }
        case Access.Read<V>(V value) ->
            clusters.computeIfAbsent(value, _ -> new Cluster<>()).read(operation);
        case Access.Nothing<V> _ -> free.add(operation);
        case Access.Other<V> _ -> {
          return Optional.empty();
        }
      }
    }
    return Optional.of(decide(clusters, free));
  }

  private Decision<I, O> decide(Map<V, Cluster<I, O>> clusters, List<Operation<I, O>> free) {
    List<Cluster<I, O>> zones = new ArrayList<>();
    for (Map.Entry<V, Cluster<I, O>> entry : clusters.entrySet()) {
      Cluster<I, O> cluster = entry.getValue();
      Decision<I, O> no = entry.getKey().equals(initial) ? null : badRead(cluster, entry.getKey());
      if (no != null) {
        return no;
      }
      zones.add(cluster);
    }
    zones.sort(
        Comparator.<Cluster<I, O>>comparingLong(Cluster::start).thenComparing(Cluster::isForward));
    Cluster<I, O> before = null;
    for (Cluster<I, O> zone : zones) {
      if (before != null && before.clashesWith(zone)) {
        return clash(before, zone);
      }
      before = zone.isForward() ? zone : before;
    }
    return new Decision.Yes<>(free.isEmpty() ? Optional.of(order(zones)) : Optional.empty());
  }

  private @Nullable Decision<I, O> badRead(Cluster<I, O> cluster, V value) {
    Operation<I, O> write = cluster.write();
    for (Operation<I, O> read : cluster.reads()) {
      if (write == null) {
        return new Decision.No<>(
            "operation %d reads %s, which nobody wrote".formatted(read.id(), value), List.of(read));
      }
      if (read.end() < write.call()) {
        return new Decision.No<>(
            "operation %d reads %s before operation %d is called, which writes it"
                .formatted(read.id(), value, write.id()),
            List.of(read, write));
      }
    }
    return null;
  }

  private static <I, O> Decision<I, O> clash(Cluster<I, O> one, Cluster<I, O> other) {
    List<Operation<I, O>> conflict = new ArrayList<>(one.bounds());
    conflict.addAll(other.bounds());
    conflict.sort(Comparator.comparingInt(Operation::id));
    String ids = String.join(", ", conflict.stream().map(it -> Integer.toString(it.id())).toList());
    return new Decision.No<>(
        "operations %s concern two values, and neither value can be wholly before the other"
            .formatted(ids),
        conflict);
  }

  /** Returns the clusters one after the other, each with its write first. */
  private static <I, O> List<Operation<I, O>> order(List<Cluster<I, O>> zones) {
    List<Operation<I, O>> order = new ArrayList<>();
    for (Cluster<I, O> zone : zones) {
      Operation<I, O> write = zone.write();
      if (write != null && (write.isOk() || !zone.reads().isEmpty())) {
        order.add(write);
      }
      order.addAll(zone.reads());
    }
    return order;
  }
}
