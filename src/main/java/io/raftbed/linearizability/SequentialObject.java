package io.raftbed.linearizability;

import java.util.Optional;

/**
 * A model given by what the object does: for each state and input one output and one next state.
 * The shortest way to a model of one's own.
 */
public interface SequentialObject<S, I, O> extends Model<S, I, O> {

  /**
   * What an operation does.
   *
   * @param state the state after it
   * @param output what it returns
   */
  record Effect<S, O>(S state, O output) {}

  /** Returns what an operation does in a state. */
  Effect<S, O> apply(S state, I input);

  @Override
  default Optional<S> step(S state, I input, O output) {
    Effect<S, O> effect = apply(state, input);
    return effect.output().equals(output) ? Optional.of(effect.state()) : Optional.empty();
  }

  @Override
  default S stepUnseen(S state, I input) {
    return apply(state, input).state();
  }

  @Override
  default String rejection(S state, I input, O output) {
    return "in state %s it returns %s".formatted(describe(state), apply(state, input).output());
  }
}
