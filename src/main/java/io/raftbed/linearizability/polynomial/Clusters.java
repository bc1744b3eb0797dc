package io.raftbed.linearizability.polynomial;

import io.raftbed.linearizability.Operation;
import io.raftbed.linearizability.Procedure.Decision;
import io.raftbed.linearizability.Work;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The operations on a register by the values that they wrote or saw. */
final class Clusters<I, O, V> {

  /** An operation that changes nothing and tells only what the value was not. */
  record Free<I, O, V>(Operation<I, O> operation, Set<V> values) {}

  private final V initial;
  private final Work work;
  private final Map<V, Cluster<I, O>> clusters = new LinkedHashMap<>();
  private final List<Free<I, O, V>> free = new ArrayList<>();
  private final List<Chain<I, O>> chains = new ArrayList<>();
  private int needed;

  private Clusters(V initial, Work work) {
    this.initial = initial;
    this.work = work;
    clusters.put(initial, Cluster.initial());
  }

  /** Sorts operations; empty if one is of another kind, or a value is written again. */
  static <I, O, V> Optional<Clusters<I, O, V>> of(
      V initial,
      List<Operation<I, O>> operations,
      Function<Operation<I, O>, Access<V>> meaning,
      Work work) {
    Clusters<I, O, V> clusters = new Clusters<>(initial, work);
    for (Operation<I, O> operation : operations) {
      work.unit();
      if (!clusters.add(operation, meaning.apply(operation))) {
        return Optional.empty();
      }
    }
    return Optional.of(clusters);
  }

  private boolean add(Operation<I, O> operation, Access<V> access) {
    return switch (access) {
      case Access.Write<V>(V value) -> write(value, operation, null);
      case Access.Replace<V>(V expected, V value) -> write(value, operation, at(expected));
      case Access.Read<V>(V value) -> {
        at(value).read(operation);
        yield operation.isOk();
      }
      case Access.Unlike<V>(Set<V> values) ->
          !operation.isOk() || free.add(new Free<>(operation, values));
      case Access.Other<V> _ -> false;
    };
  }

  private Cluster<I, O> at(V value) {
    return clusters.computeIfAbsent(value, _ -> new Cluster<>());
  }

  private boolean write(V value, Operation<I, O> operation, @Nullable Cluster<I, O> replaced) {
    Cluster<I, O> cluster = at(value);
    if (value.equals(initial) || cluster.write() != null) {
      return false;
    }
    cluster.write(operation, replaced);
    return true;
  }

  /**
   * Joins clusters to chains; what was written by operations of unknown outcome, and seen by
   * nobody, is left out. Returns the decision if that makes it.
   */
  Optional<Decision<I, O>> join() {
    for (Cluster<I, O> it : clusters.values()) {
      Operation<I, O> write = it.write();
      if (!it.reads().isEmpty()) {
        it.need(it.reads().getFirst(), work);
      } else if (write != null && write.isOk()) {
        it.need(write, work);
      }
    }
    for (Map.Entry<V, Cluster<I, O>> entry : clusters.entrySet()) {
      Optional<Decision<I, O>> no = link(entry.getKey(), entry.getValue());
      if (no.isPresent()) {
        return no;
      }
    }
    return chain();
  }

  private Optional<Decision<I, O>> link(V value, Cluster<I, O> cluster) {
    work.unit();
    boolean isInitial = value.equals(initial);
    Operation<I, O> witness = cluster.witness();
    if (witness == null && !isInitial) {
      return Optional.empty();
    }
    needed++;
    if (witness != null && cluster.write() == null && !isInitial) {
      return Optional.of(
          Refusal.of("needs the value " + value + ", which nobody wrote", List.of(witness)));
    }
    Cluster<I, O> before = cluster.before();
    if (before == null) {
      return Optional.empty();
    }
    Cluster<I, O> other = before.after();
    if (other == null) {
      before.follow(cluster);
      return Optional.empty();
    }
    Set<Operation<I, O>> conflict = new LinkedHashSet<>(cluster.proof(null));
    conflict.addAll(other.proof(null));
    return Optional.of(Refusal.of("replace one value, which was written once at most", conflict));
  }

  /** Follows the chains from where they begin; what none of them has is in a circle. */
  private Optional<Decision<I, O>> chain() {
    int reached = 0;
    for (Cluster<I, O> it : clusters.values()) {
      if (it.before() == null && isPresent(it)) {
        Chain<I, O> chain = new Chain<>(it, work);
        chains.add(chain);
        reached += chain.length();
      }
    }
    return reached == needed ? Optional.empty() : Optional.of(circle());
  }

  private boolean isPresent(Cluster<I, O> cluster) {
    return cluster.witness() != null || cluster == initial();
  }

  private Decision<I, O> circle() {
    Set<Cluster<I, O>> reached = new HashSet<>();
    for (Chain<I, O> chain : chains) {
      for (Cluster<I, O> it = chain.first(); it != null; it = it.after()) {
        reached.add(it);
      }
    }
    Set<Operation<I, O>> conflict = new LinkedHashSet<>();
    clusters.values().stream()
        .filter(it -> isPresent(it) && !reached.contains(it))
        .forEach(it -> conflict.addAll(it.proof(it.witness())));
    return Refusal.of("replace values of each other, and none of them can be the first", conflict);
  }

  Cluster<I, O> initial() {
    return at(initial);
  }

  /** Returns the chains, that of the initial value first. */
  List<Chain<I, O>> chains() {
    return chains;
  }

  List<Free<I, O, V>> free() {
    return free;
  }

  /** Returns whether a free operation rules out the value of a cluster. */
  boolean isRuledOut(Free<I, O, V> it, Cluster<I, O> cluster) {
    for (V value : it.values()) {
      if (clusters.get(value) == cluster) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether every write is in a chain, and all in one: then they have but one order. */
  boolean hasOneOrder() {
    return chains.size() == 1 && needed == clusters.size();
  }
}
