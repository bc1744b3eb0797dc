package io.raftbed.linearizability.model;

import io.raftbed.linearizability.Model;
import io.raftbed.linearizability.Outcome;
import io.raftbed.linearizability.Procedure;
import io.raftbed.linearizability.model.SetInput.Add;
import io.raftbed.linearizability.model.SetInput.Contains;
import io.raftbed.linearizability.model.SetInput.Read;
import io.raftbed.linearizability.model.SetInput.Remove;
import io.raftbed.linearizability.model.SetOutput.Answer;
import io.raftbed.linearizability.model.SetOutput.Done;
import io.raftbed.linearizability.model.SetOutput.Elements;
import io.raftbed.linearizability.polynomial.Members;
import io.raftbed.linearizability.polynomial.Snapshots;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A set, empty at first. */
public record SetModel<V>() implements Model<Set<V>, SetInput<V>, SetOutput<V>> {

  @Override
  public Set<V> initial() {
    return Set.of();
  }

  @Override
  public Optional<Set<V>> step(Set<V> state, SetInput<V> input, SetOutput<V> output) {
    boolean isPossible =
        switch (input) {
          case Add<V>(V value) -> isAnswer(output, !state.contains(value));
          case Remove<V>(V value) -> isAnswer(output, state.contains(value));
          case Contains<V>(V value) -> output.equals(new Answer<>(state.contains(value)));
          case Read<V> _ -> output instanceof Elements<V>(Set<V> values) && values.equals(state);
        };
    return isPossible ? Optional.of(stepUnseen(state, input)) : Optional.empty();
  }

  private static <V> boolean isAnswer(SetOutput<V> output, boolean changes) {
    return output instanceof Done || output.equals(new Answer<>(changes));
  }

  @Override
  public Set<V> stepUnseen(Set<V> state, SetInput<V> input) {
    if (input instanceof Add<V>(V value) && !state.contains(value)) {
      Set<V> grown = new HashSet<>(state);
      grown.add(value);
      return grown;
    }
    if (input instanceof Remove<V>(V value) && state.contains(value)) {
      Set<V> shrunk = new HashSet<>(state);
      shrunk.remove(value);
      return shrunk;
    }
    return state;
  }

  @Override
  public boolean isPure(SetInput<V> input, Outcome<SetOutput<V>> outcome) {
    return input instanceof Read
        || input instanceof Contains
        || outcome.equals(new Outcome.Ok<>(new Answer<>(false)));
  }

  @Override
  public List<Procedure<SetInput<V>, SetOutput<V>>> procedures() {
    return List.of(new Members<>(SetMeaning::of), new Snapshots<>(SetMeaning::of));
  }

  @Override
  public long bytes(Set<V> state) {
    return 64 + 48L * state.size();
  }

  @Override
  public String describe(Set<V> state) {
    return new Elements<>(state).toString();
  }

  @Override
  public String rejection(Set<V> state, SetInput<V> input, SetOutput<V> output) {
    return "the set is " + describe(state);
  }
}
