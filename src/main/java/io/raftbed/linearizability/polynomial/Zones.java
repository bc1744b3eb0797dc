package io.raftbed.linearizability.polynomial;

import io.raftbed.linearizability.Operation;
import io.raftbed.linearizability.Work;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Decides registers where no value is written twice, in O(n log n). After Gibbons and Korach
 * ("Testing Shared Memories", SIAM J. Comput. 1997) in the words of Golab, Li and Shah
 * (HPL-2011-6).
 *
 * <p>The write of a value and its reads are a cluster. Where a compare-and-set replaced one value
 * by another, their clusters stand next to each other in any legal order, and so on along a chain:
 * a cluster alone is a chain too. A chain's zone reaches from the least end to the greatest call of
 * its operations: forward when it does so in this order, else backward. There is a legal order if
 * and only if every value that was seen has its write, nothing on a chain ends before something
 * that must come before it is called, forward zones do not overlap and no backward zone lies inside
 * a forward one.
 *
 * <p>Exact as far as that. Operations that only tell what the value was not, such as a
 * compare-and-set that did not match, are placed afterwards; if some has no place in the order that
 * was found, another order may do, and nothing is decided unless there is but one.
 */
public final class Zones<I, O, V> extends Told<I, O, Access<V>> {

  private final V initial;

  /**
   * Makes the procedure.
   *
   * @param initial the value before the first operation
   * @param meaning what an operation does
   */
  public Zones(V initial, Function<Operation<I, O>, Access<V>> meaning) {
    this("zones", initial, meaning);
  }

  /** Makes one that serves another procedure, under its name. */
  Zones(String name, V initial, Function<Operation<I, O>, Access<V>> meaning) {
    super(name, meaning);
    this.initial = initial;
  }

  @Override
  public Optional<Decision<I, O>> decide(List<Operation<I, O>> operations, Work work) {
    Optional<Clusters<I, O, V>> clusters = Clusters.of(initial, operations, this::meaning, work);
    if (clusters.isEmpty()) {
      return Optional.empty();
    }
    Optional<Decision<I, O>> no = clusters.get().join();
    return no.isPresent() ? no : decide(clusters.get(), work);
  }

  private Optional<Decision<I, O>> decide(Clusters<I, O, V> clusters, Work work) {
    for (Chain<I, O> chain : clusters.chains()) {
      Optional<Decision<I, O>> no = chain.disorder(work);
      if (no.isPresent()) {
        return no;
      }
    }
    List<Chain<I, O>> zones = sorted(clusters.chains(), work);
    Chain<I, O> before = zones.getFirst();
    for (Chain<I, O> zone : zones) {
      if (before.clashesWith(zone) && before != zone) {
        return Optional.of(clash(before, zone));
      }
      before = zone.isForward() ? zone : before;
    }
    return new Placement<>(clusters, sequence(zones), work).decide();
  }

  /**
   * Returns chains by the start of their zones, backward ones first; the initial one stays first.
   */
  private List<Chain<I, O>> sorted(List<Chain<I, O>> chains, Work work) {
    List<Chain<I, O>> sorted = new ArrayList<>(chains);
    sorted
        .subList(1, sorted.size())
        .sort((one, other) -> {
          work.unit();
          int byStart = Long.compare(one.start(), other.start());
          return byStart != 0 ? byStart : Boolean.compare(one.isForward(), other.isForward());
        });
    return sorted;
  }

  private static <I, O> Decision<I, O> clash(Chain<I, O> one, Chain<I, O> other) {
    Set<Operation<I, O>> conflict = new LinkedHashSet<>(one.bounds());
    conflict.addAll(other.bounds());
    return Refusal.of(
        "concern two values, and neither value can be wholly before the other", conflict);
  }

  private static <I, O> List<Cluster<I, O>> sequence(List<Chain<I, O>> chains) {
    List<Cluster<I, O>> sequence = new ArrayList<>();
    for (Chain<I, O> chain : chains) {
      for (Cluster<I, O> it = chain.first(); it != null; it = it.after()) {
        sequence.add(it);
      }
    }
    return sequence;
  }
}
