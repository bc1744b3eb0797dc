package io.raftbed.linearizability.model;

import io.raftbed.linearizability.Model;
import io.raftbed.linearizability.Outcome;
import io.raftbed.linearizability.Procedure;
import io.raftbed.linearizability.model.CollectionInput.Insert;
import io.raftbed.linearizability.model.CollectionInput.Remove;
import io.raftbed.linearizability.model.CollectionOutput.Empty;
import io.raftbed.linearizability.model.CollectionOutput.Inserted;
import io.raftbed.linearizability.model.CollectionOutput.Removed;
import io.raftbed.linearizability.polynomial.LifoNesting;
import java.util.List;
import java.util.Optional;

/** A last-in, first-out stack without bound, empty at first. Its states print topmost first. */
public record Stack<V>() implements Model<Chain<V>, CollectionInput<V>, CollectionOutput<V>> {

  @Override
  public Chain<V> initial() {
    return Chain.empty();
  }

  @Override
  public Optional<Chain<V>> step(
      Chain<V> state, CollectionInput<V> input, CollectionOutput<V> output) {
    boolean isPossible =
        switch (output) {
          case Inserted<V> _ -> input instanceof Insert;
          case Empty<V> _ -> input instanceof Remove && state.size() == 0;
          case Removed<V>(V value) ->
              input instanceof Remove && state.size() > 0 && state.first().equals(value);
        };
    return isPossible ? Optional.of(stepUnseen(state, input)) : Optional.empty();
  }

  @Override
  public Chain<V> stepUnseen(Chain<V> state, CollectionInput<V> input) {
    return switch (input) {
      case Insert<V>(V value) -> state.push(value);
      case Remove<V> _ -> state.size() == 0 ? state : state.rest();
    };
  }

  @Override
  public boolean isPure(CollectionInput<V> input, Outcome<CollectionOutput<V>> outcome) {
    return outcome instanceof Outcome.Ok<CollectionOutput<V>>(Empty<V> _);
  }

  @Override
  public List<Procedure<CollectionInput<V>, CollectionOutput<V>>> procedures() {
    return List.of(new LifoNesting<>(CollectionTransfer::of));
  }

  @Override
  public String rejection(Chain<V> state, CollectionInput<V> input, CollectionOutput<V> output) {
    return state.size() == 0 ? "the stack is empty" : "the topmost value is " + state.first();
  }
}
