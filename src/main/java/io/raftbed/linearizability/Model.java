package io.raftbed.linearizability;

import java.util.List;
import java.util.Optional;

/**
 * A sequential object: what operations may return, one after the other, and what they leave behind.
 * States are immutable values with {@code equals} and {@code hashCode}.
 *
 * <p>Three methods make a model; {@link SequentialObject} needs but two. All others are promises
 * that make checking faster, or words for evidence. For an object that may answer in several ways
 * with several states after it, see {@link NondeterministicModel}.
 *
 * @param <S> states
 * @param <I> what operations ask
 * @param <O> what operations return
 */
public interface Model<S, I, O> {

  /** Returns the state before the first operation. */
  S initial();

  /**
   * Returns the state after an operation that returned, or empty when it cannot return this in this
   * state.
   */
  Optional<S> step(S state, I input, O output);

  /**
   * Returns the state after an operation whose output nobody saw. That it may also never take
   * effect is not this method's concern.
   */
  S stepUnseen(S state, I input);

  /**
   * Returns which part of the object an operation concerns, such as the key of a map. Parts must be
   * independent; each is then checked alone, from {@link #initial()}. Empty: the object is one.
   */
  default Optional<?> partition(I input) {
    return Optional.empty();
  }

  /**
   * Returns whether an operation with this outcome changes no state, in <em>every</em> state where
   * it is possible: a read does, a write of 3 does not, although it leaves the state 3 as it is. A
   * wrong "true" makes wrong verdicts.
   */
  default boolean isPure(I input, Outcome<O> outcome) {
    return false;
  }

  /**
   * Returns whether states only grow, but for operations that {@link #resets}. Then what pure
   * operations saw shows early that a partial order leads nowhere: see {@link #mayGrowInto}.
   */
  default boolean grows() {
    return false;
  }

  /**
   * Returns whether an operation may lead to a state that is not grown from the one before. Where
   * states grow, such an operation must lead to one and the same state from all.
   */
  default boolean resets(I input) {
    return true;
  }

  /** Returns whether a state, or one grown from it, can make this operation possible. */
  default boolean mayGrowInto(S state, I input, O output) {
    return true;
  }

  /** Returns faster procedures for histories of a special shape; the first that fits decides. */
  default List<? extends Procedure<I, O>> procedures() {
    return List.of();
  }

  /** Returns about how many bytes a state holds on the heap, for budgets. */
  default long bytes(S state) {
    return 64;
  }

  /** Returns a state in words. */
  default String describe(S state) {
    return String.valueOf(state);
  }

  /** Returns an operation in words. */
  default String describe(I input, Outcome<O> outcome) {
    return input + " -> " + outcome;
  }

  /** Returns why {@link #step} is not possible, as half a sentence about the state. */
  default String rejection(S state, I input, O output) {
    return "not possible in state " + describe(state);
  }
}
