package io.raftbed.linearizability.model;

import io.raftbed.linearizability.Model;
import io.raftbed.linearizability.Outcome;
import io.raftbed.linearizability.Procedure;
import io.raftbed.linearizability.model.VersionedInput.Get;
import io.raftbed.linearizability.model.VersionedInput.Put;
import io.raftbed.linearizability.model.VersionedOutput.Done;
import io.raftbed.linearizability.model.VersionedOutput.Maybe;
import io.raftbed.linearizability.model.VersionedOutput.NoKey;
import io.raftbed.linearizability.model.VersionedOutput.Value;
import io.raftbed.linearizability.model.VersionedOutput.VersionMismatch;
import io.raftbed.linearizability.polynomial.Versions;
import java.util.List;
import java.util.Optional;

/**
 * A key/value store whose puts name the version they replace, as in the labs of MIT 6.5840. A state
 * is that of one key.
 */
public record KvVersioned() implements Model<KvVersioned.Entry, VersionedInput, VersionedOutput> {

  /**
   * One key.
   *
   * @param version how often it was set; 0 stands for no key
   */
  public record Entry(String value, long version) {
    @Override
    public String toString() {
      return version == 0 ? "no key" : "'%s' version %d".formatted(value, version);
    }
  }

  @Override
  public Entry initial() {
    return new Entry("", 0);
  }

  @Override
  public Optional<Entry> step(Entry state, VersionedInput input, VersionedOutput output) {
    boolean isPossible =
        switch (input) {
          case Get _ ->
              state.version() == 0
                  ? output instanceof NoKey
                  : output.equals(new Value(state.value(), state.version()));
          case Put put -> isPossible(state, put, output);
        };
    return isPossible ? Optional.of(stepUnseen(state, input)) : Optional.empty();
  }

  private static boolean isPossible(Entry state, Put put, VersionedOutput output) {
    return switch (output) {
      case Maybe _ -> true;
      case Done _ -> put.version() == state.version();
      case NoKey _ -> state.version() == 0 && put.version() != 0;
      case VersionMismatch _ -> state.version() != 0 && put.version() != state.version();
      case Value _ -> false;
    };
  }

  @Override
  public Entry stepUnseen(Entry state, VersionedInput input) {
    return input instanceof Put put && put.version() == state.version()
        ? new Entry(put.value(), state.version() + 1)
        : state;
  }

  @Override
  public Optional<String> partition(VersionedInput input) {
    return Optional.of(input.key());
  }

  @Override
  public boolean isPure(VersionedInput input, Outcome<VersionedOutput> outcome) {
    return input instanceof Get
        || (outcome instanceof Outcome.Ok<VersionedOutput>(VersionedOutput output)
            && (output instanceof NoKey || output instanceof VersionMismatch));
  }

  @Override
  public List<Procedure<VersionedInput, VersionedOutput>> procedures() {
    return List.of(new Versions<>(VersionedAccess::of));
  }

  @Override
  public String rejection(Entry state, VersionedInput input, VersionedOutput output) {
    return "it has " + state;
  }
}
