package io.raftbed.linearizability;

import java.util.List;
import java.util.Optional;

/**
 * A way to decide histories of a special shape faster than a search. It must be exact where it
 * decides at all.
 */
public interface Procedure<I, O> {

  /** What was decided. */
  sealed interface Decision<I, O> {

    /**
     * Linearizable.
     *
     * @param order a legal order of all operations that took effect, where the procedure finds one
     */
    record Yes<I, O>(Optional<List<Operation<I, O>>> order) implements Decision<I, O> {}

    /**
     * Not linearizable.
     *
     * @param cause why, in one sentence
     * @param conflict operations that together are the reason: the history of these alone is not
     *     linearizable either
     */
    record No<I, O>(String cause, List<Operation<I, O>> conflict) implements Decision<I, O> {}
  }

  /** Returns a word for reports, such as {@code zones}. */
  String name();

  /**
   * Decides a history, or returns empty when it does not have the shape.
   *
   * @param operations the operations of one partition by call; none of them failed
   * @param work to be told in every loop over operations
   */
  Optional<Decision<I, O>> decide(List<Operation<I, O>> operations, Work work);
}
