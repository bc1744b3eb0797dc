package io.raftbed.linearizability.polynomial;

import io.raftbed.linearizability.Operation;
import io.raftbed.linearizability.Work;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Decides sets that are only added to, each element once, and seen as a whole; in O(n log n) and
 * the size of all that was seen.
 *
 * <p>Of two sets that were seen one holds the other. By size they show when each element came in,
 * up to the order among those that came in between two sights: nobody saw that, so that of the
 * calls does, and elements that were never seen come last. So the history is one of
 * compare-and-sets of the size along a single chain, and {@link Zones} decides it.
 */
public final class Snapshots<I, O, V> extends Told<I, O, SetAccess<V>> {

  private static final String NAME = "snapshots";

  /**
   * Makes the procedure.
   *
   * @param meaning what an operation does
   */
  public Snapshots(Function<Operation<I, O>, SetAccess<V>> meaning) {
    super(NAME, meaning);
  }

  @Override
  public Optional<Decision<I, O>> decide(List<Operation<I, O>> operations, Work work) {
    Map<V, Operation<I, O>> adds = new LinkedHashMap<>();
    List<Operation<I, O>> reads = new ArrayList<>();
    for (Operation<I, O> operation : operations) {
      work.unit();
      boolean fits =
          switch (meaning(operation)) {
            case SetAccess.Add<V>(V element) -> adds.put(element, operation) == null;
            case SetAccess.All<V> _ -> reads.add(operation);
            case SetAccess.Nothing<V> _ -> true;
            default -> false;
          };
      if (!fits) {
        return Optional.empty();
      }
    }
    return decide(operations, adds, Sorted.by(it -> seen(it).size(), reads, work), work);
  }

  private Optional<Decision<I, O>> decide(
      List<Operation<I, O>> operations,
      Map<V, Operation<I, O>> adds,
      List<Operation<I, O>> reads,
      Work work) {
    Map<V, Integer> rounds = new HashMap<>();
    for (int i = 0; i < reads.size(); i++) {
      work.unit();
      Set<V> seen = seen(reads.get(i));
      if (!adds.keySet().containsAll(seen)) {
        return Optional.of(Refusal.of("saw what nobody added", List.of(reads.get(i))));
      }
      if (i > 0 && !seen.containsAll(seen(reads.get(i - 1)))) {
        return Optional.of(
            Refusal.of("cannot both be right about what is in", reads.subList(i - 1, i + 1)));
      }
      for (V element : seen) {
        work.unit();
        rounds.putIfAbsent(element, seen.size());
      }
    }
    Map<V, Integer> places = places(adds, rounds, work);
    return new Zones<I, O, Integer>(NAME, 0, it -> access(it, places))
        .decide(operations, work)
        .map(decision -> proven(decision, reads, rounds));
  }

  private Set<V> seen(Operation<I, O> read) {
    return meaning(read) instanceof SetAccess.All<V>(Set<V> elements) ? elements : Set.of();
  }

  /**
   * Numbers the elements as they came in, from 0.
   *
   * @param rounds the size of the smallest set in which an element was seen
   */
  private static <I, O, V> Map<V, Integer> places(
      Map<V, Operation<I, O>> adds, Map<V, Integer> rounds, Work work) {
    List<V> elements = new ArrayList<>();
    adds.forEach((element, add) -> {
      if (add.isOk() || rounds.containsKey(element)) {
        elements.add(element);
      }
    });
    Map<V, Integer> places = new HashMap<>();
    for (V element : Sorted.by(it -> rounds.getOrDefault(it, Integer.MAX_VALUE), elements, work)) {
      places.put(element, places.size());
    }
    return places;
  }

  private Access<Integer> access(Operation<I, O> operation, Map<V, Integer> places) {
    return switch (meaning(operation)) {
      case SetAccess.Add<V>(V element) -> {
        Integer place = places.get(element);
        yield place == null ? Access.nothing() : new Access.Replace<>(place, place + 1);
      }
      case SetAccess.All<V>(Set<V> elements) -> new Access.Read<>(elements.size());
      case SetAccess.Nothing<V> _ -> Access.nothing();
      default -> new Access.Other<>();
    };
  }

  /** Adds to the conflict where its elements were first seen: that says which came before which. */
  private Decision<I, O> proven(
      Decision<I, O> decision, List<Operation<I, O>> reads, Map<V, Integer> rounds) {
    if (decision instanceof Decision.No<I, O>(String cause, List<Operation<I, O>> conflict)) {
      List<Operation<I, O>> proven = new ArrayList<>(conflict);
      for (Operation<I, O> operation : conflict) {
        if (meaning(operation) instanceof SetAccess.Add<V>(V element)) {
          reads.stream()
              .filter(read -> rounds.getOrDefault(element, -1).equals(seen(read).size()))
              .findFirst()
              .ifPresent(proven::add);
        }
      }
      return Refusal.because(cause, proven);
    }
    return decision;
  }
}
