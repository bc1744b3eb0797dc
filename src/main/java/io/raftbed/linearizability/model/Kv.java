package io.raftbed.linearizability.model;

import io.raftbed.linearizability.Model;
import io.raftbed.linearizability.Outcome;
import io.raftbed.linearizability.Procedure;
import io.raftbed.linearizability.model.KvInput.Append;
import io.raftbed.linearizability.model.KvInput.Get;
import io.raftbed.linearizability.model.KvInput.Put;
import io.raftbed.linearizability.polynomial.Appends;
import io.raftbed.linearizability.polynomial.Zones;
import java.util.List;
import java.util.Optional;

/**
 * A key/value store with get, put and append; each key is empty at first. A state is the value of
 * one key.
 */
public record Kv() implements Model<Text, KvInput, KvOutput> {

  @Override
  public Text initial() {
    return Text.EMPTY;
  }

  @Override
  public Optional<Text> step(Text state, KvInput input, KvOutput output) {
    boolean isPossible =
        input instanceof Get
            ? output instanceof KvOutput.Value(String value) && state.is(value)
            : output instanceof KvOutput.Done;
    return isPossible ? Optional.of(stepUnseen(state, input)) : Optional.empty();
  }

  @Override
  public Text stepUnseen(Text state, KvInput input) {
    return switch (input) {
      case Get _ -> state;
      case Put put -> Text.of(put.value());
      case Append append -> state.append(append.value());
    };
  }

  @Override
  public Optional<String> partition(KvInput input) {
    return Optional.of(input.key());
  }

  @Override
  public boolean isPure(KvInput input, Outcome<KvOutput> outcome) {
    return input instanceof Get;
  }

  @Override
  public boolean grows() {
    return true;
  }

  @Override
  public boolean resets(KvInput input) {
    return input instanceof Put;
  }

  @Override
  public boolean mayGrowInto(Text state, KvInput input, KvOutput output) {
    return output instanceof KvOutput.Value(String value) && state.begins(value);
  }

  @Override
  public List<Procedure<KvInput, KvOutput>> procedures() {
    return List.of(new Zones<>("", KvAccess::register), new Appends<>(KvAccess::growth));
  }

  @Override
  public long bytes(Text state) {
    return 64L + state.ownLength();
  }

  @Override
  public String describe(Text state) {
    return "'" + state + "'";
  }

  @Override
  public String rejection(Text state, KvInput input, KvOutput output) {
    return "the value is " + describe(state);
  }
}
