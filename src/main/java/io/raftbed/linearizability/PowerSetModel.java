package io.raftbed.linearizability;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The power-set construction: a nondeterministic object is in every state that its past allows.
 * Some operation being possible means possible in one of them.
 */
record PowerSetModel<S, I, O>(NondeterministicModel<S, I, O> object)
    implements Model<Set<S>, I, O> {

  @Override
  public Set<S> initial() {
    return object.initial();
  }

  @Override
  public Optional<Set<S>> step(Set<S> states, I input, O output) {
    Set<S> next = new LinkedHashSet<>();
    states.forEach(state -> next.addAll(object.step(state, input, output)));
    return next.isEmpty() ? Optional.empty() : Optional.of(next);
  }

  @Override
  public Set<S> stepUnseen(Set<S> states, I input) {
    Set<S> next = new LinkedHashSet<>();
    states.forEach(state -> next.addAll(object.stepUnseen(state, input)));
    return next.isEmpty() ? states : next;
  }

  @Override
  public Optional<?> partition(I input) {
    return object.partition(input);
  }

  @Override
  public String describe(Set<S> states) {
    return states.stream().map(object::describe).collect(Collectors.joining(" or "));
  }
}
