package io.raftbed.linearizability.polynomial;

import io.raftbed.linearizability.Operation;
import io.raftbed.linearizability.Work;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Decides sets of which nobody saw the whole, where each element is added once, in O(n log n).
 *
 * <p>Such a set is many objects, one for each element, and a history is linearizable if and only if
 * that of each object is (Herlihy and Wing, TOPLAS 1990, theorem 1). An element is out, then in,
 * then out again: a register with the values 0, 1 and 2 and two compare-and-sets, which {@link
 * Zones} decides. A removal that did not tell whether it found the element took it out or not; each
 * is tried.
 */
public final class Members<I, O, V> extends Told<I, O, SetAccess<V>> {

  private static final String NAME = "members";

  /**
   * Makes the procedure.
   *
   * @param meaning what an operation does
   */
  public Members(Function<Operation<I, O>, SetAccess<V>> meaning) {
    super(NAME, meaning);
  }

  @Override
  public Optional<Decision<I, O>> decide(List<Operation<I, O>> operations, Work work) {
    Map<V, Member<I, O>> members = new LinkedHashMap<>();
    for (Operation<I, O> operation : operations) {
      work.unit();
      switch (meaning(operation)) {
        case SetAccess.OnElement<V> it ->
            members.computeIfAbsent(it.element(), Member::new).add(operation, it);
        case SetAccess.Nothing<V> _ -> {}
        case SetAccess.All<V> _, SetAccess.Other<V> _ -> {
          return Optional.empty();
        }
      }
    }
    return decideEach(members.values(), work);
  }

  /** A member that has no legal order decides alone, even where others cannot be decided. */
  private Optional<Decision<I, O>> decideEach(Collection<Member<I, O>> members, Work work) {
    boolean areDecided = true;
    for (Member<I, O> member : members) {
      Optional<Decision<I, O>> decision = member.decide(NAME, work);
      if (decision.isPresent() && decision.get() instanceof Decision.No) {
        return decision;
      }
      areDecided &= decision.isPresent();
    }
    return areDecided ? Optional.of(new Decision.Yes<>(Optional.empty())) : Optional.empty();
  }
}
