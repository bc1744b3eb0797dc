package io.raftbed.linearizability.model;

import io.raftbed.linearizability.Operation;
import io.raftbed.linearizability.Outcome;
import io.raftbed.linearizability.model.VersionedInput.Get;
import io.raftbed.linearizability.model.VersionedInput.Put;
import io.raftbed.linearizability.model.VersionedOutput.Done;
import io.raftbed.linearizability.model.VersionedOutput.Maybe;
import io.raftbed.linearizability.model.VersionedOutput.NoKey;
import io.raftbed.linearizability.model.VersionedOutput.Value;
import io.raftbed.linearizability.model.VersionedOutput.VersionMismatch;
import io.raftbed.linearizability.polynomial.VersionAccess;
import java.util.Set;

/** What operations on a key with versions are to procedures. */
final class VersionedAccess {

  private VersionedAccess() {}

  static VersionAccess<String> of(Operation<VersionedInput, VersionedOutput> operation) {
    return switch (operation.outcome()) {
      case Outcome.Ok<VersionedOutput>(VersionedOutput output) ->
          switch (operation.input()) {
            case Get _ -> get(output);
            case Put put -> put(put, output);
          };
      case Outcome.Unknown<VersionedOutput> _ -> unseen(operation.input());
      case Outcome.Failed<VersionedOutput> _ -> new VersionAccess.Other<>();
    };
  }

  private static VersionAccess<String> unseen(VersionedInput input) {
    return input instanceof Put put
        ? new VersionAccess.MayReplace<>(put.version(), put.value())
        : new VersionAccess.Unlike<>(Set.of());
  }

  private static VersionAccess<String> get(VersionedOutput output) {
    return switch (output) {
      case Value(String value, long version) -> new VersionAccess.Seen<>(version, value);
      case NoKey _ -> new VersionAccess.Absent<>();
      default -> new VersionAccess.Other<>();
    };
  }

  private static VersionAccess<String> put(Put put, VersionedOutput output) {
    return switch (output) {
      case Done _ -> new VersionAccess.Replaced<>(put.version(), put.value());
      case Maybe _ -> new VersionAccess.MayReplace<>(put.version(), put.value());
      case NoKey _ when put.version() != 0 -> new VersionAccess.Absent<>();
      case VersionMismatch _ ->
          new VersionAccess.Unlike<>(put.version() == 0 ? Set.of(0L) : Set.of(0L, put.version()));
      default -> new VersionAccess.Other<>();
    };
  }
}
