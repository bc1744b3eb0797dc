package io.raftbed.linearizability;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A model whose partitions are checked together, as one object: a state has that of each partition.
 * Slower, and equal in its verdicts if the partitions are independent as the model says.
 */
record WholeModel<S, I, O>(Model<S, I, O> model) implements Model<Map<Optional<?>, S>, I, O> {

  @Override
  public Map<Optional<?>, S> initial() {
    return Map.of();
  }

  private S part(Map<Optional<?>, S> state, I input) {
    return state.getOrDefault(model.partition(input), model.initial());
  }

  private Map<Optional<?>, S> with(Map<Optional<?>, S> state, I input, S part) {
    Map<Optional<?>, S> next = new HashMap<>(state);
    if (part.equals(model.initial())) {
      next.remove(model.partition(input));
    } else {
      next.put(model.partition(input), part);
    }
    return next;
  }

  @Override
  public Optional<Map<Optional<?>, S>> step(Map<Optional<?>, S> state, I input, O output) {
    return model.step(part(state, input), input, output).map(part -> with(state, input, part));
  }

  @Override
  public Map<Optional<?>, S> stepUnseen(Map<Optional<?>, S> state, I input) {
    return with(state, input, model.stepUnseen(part(state, input), input));
  }

  @Override
  public boolean isPure(I input, Outcome<O> outcome) {
    return model.isPure(input, outcome);
  }

  @Override
  public String describe(I input, Outcome<O> outcome) {
    return model.describe(input, outcome);
  }

  @Override
  public String rejection(Map<Optional<?>, S> state, I input, O output) {
    return model.rejection(part(state, input), input, output);
  }
}
