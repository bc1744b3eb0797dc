package io.raftbed.linearizability;

import java.util.Optional;
import java.util.Set;

/**
 * A sequential object that may go on in several ways, such as a lossy channel.
 *
 * @param <S> states: immutable values with {@code equals} and {@code hashCode}
 * @param <I> what operations ask
 * @param <O> what operations return
 */
public interface NondeterministicModel<S, I, O> {

  /** Returns the states that are possible before the first operation; at least one. */
  Set<S> initial();

  /** Returns the states that are possible after an operation that returned this; may be none. */
  Set<S> step(S state, I input, O output);

  /** Returns the states that are possible after an operation whose output nobody saw. */
  Set<S> stepUnseen(S state, I input);

  /** See {@link Model#partition}. */
  default Optional<?> partition(I input) {
    return Optional.empty();
  }

  /** See {@link Model#isPure}; here: the only state after it is the one before it. */
  default boolean isPure(I input, Outcome<O> outcome) {
    return false;
  }

  /** Returns a state in words. */
  default String describe(S state) {
    return String.valueOf(state);
  }

  /** Returns the same object as a model whose states are the sets of states that are possible. */
  default Model<Set<S>, I, O> asModel() {
    return new PowerSetModel<>(this);
  }
}
