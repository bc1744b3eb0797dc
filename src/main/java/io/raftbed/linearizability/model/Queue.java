package io.raftbed.linearizability.model;

import io.raftbed.linearizability.Model;
import io.raftbed.linearizability.Outcome;
import io.raftbed.linearizability.Procedure;
import io.raftbed.linearizability.model.CollectionInput.Insert;
import io.raftbed.linearizability.model.CollectionInput.Remove;
import io.raftbed.linearizability.model.CollectionOutput.Empty;
import io.raftbed.linearizability.model.CollectionOutput.Inserted;
import io.raftbed.linearizability.model.CollectionOutput.Removed;
import io.raftbed.linearizability.polynomial.FifoOrder;
import java.util.List;
import java.util.Optional;

/** A first-in, first-out queue without bound, empty at first. */
public record Queue<V>() implements Model<Contents<V>, CollectionInput<V>, CollectionOutput<V>> {

  @Override
  public Contents<V> initial() {
    return Contents.empty();
  }

  @Override
  public Optional<Contents<V>> step(
      Contents<V> state, CollectionInput<V> input, CollectionOutput<V> output) {
    boolean isPossible =
        switch (output) {
          case Inserted<V> _ -> input instanceof Insert;
          case Empty<V> _ -> input instanceof Remove && state.size() == 0;
          case Removed<V>(V value) ->
              input instanceof Remove && state.size() > 0 && state.head().equals(value);
        };
    return isPossible ? Optional.of(stepUnseen(state, input)) : Optional.empty();
  }

  @Override
  public Contents<V> stepUnseen(Contents<V> state, CollectionInput<V> input) {
    return switch (input) {
      case Insert<V>(V value) -> state.add(value);
      case Remove<V> _ -> state.size() == 0 ? state : state.withoutHead();
    };
  }

  @Override
  public boolean isPure(CollectionInput<V> input, Outcome<CollectionOutput<V>> outcome) {
    return outcome instanceof Outcome.Ok<CollectionOutput<V>>(Empty<V> _);
  }

  @Override
  public List<Procedure<CollectionInput<V>, CollectionOutput<V>>> procedures() {
    return List.of(new FifoOrder<>(CollectionTransfer::of));
  }

  @Override
  public String rejection(Contents<V> state, CollectionInput<V> input, CollectionOutput<V> output) {
    return state.size() == 0 ? "the queue is empty" : "the oldest value is " + state.head();
  }
}
