package io.raftbed.linearizability.model;

import io.raftbed.linearizability.Operation;
import io.raftbed.linearizability.Outcome;
import io.raftbed.linearizability.model.KvInput.Append;
import io.raftbed.linearizability.model.KvInput.Get;
import io.raftbed.linearizability.model.KvInput.Put;
import io.raftbed.linearizability.polynomial.Access;
import io.raftbed.linearizability.polynomial.Growth;

/** What operations on a key are to procedures: of a register, or of a text that grows. */
final class KvAccess {

  private KvAccess() {}

  /** Returns what it is on a key that is only put and got. */
  static Access<String> register(Operation<KvInput, KvOutput> operation) {
    return switch (operation.input()) {
      case Append _ -> new Access.Other<>();
      case Put put -> isDone(operation) ? new Access.Write<>(put.value()) : new Access.Other<>();
      case Get _ ->
          switch (operation.outcome()) {
            case Outcome.Ok<KvOutput>(KvOutput.Value(String value)) -> new Access.Read<>(value);
            case Outcome.Unknown<KvOutput> _ -> Access.nothing();
            default -> new Access.Other<>();
          };
    };
  }

  /** Returns what it is on a key that is only appended to and got. */
  static Growth growth(Operation<KvInput, KvOutput> operation) {
    return switch (operation.input()) {
      case Put _ -> new Growth.Other();
      case Append append -> isDone(operation) ? growth(append.value()) : new Growth.Other();
      case Get _ ->
          switch (operation.outcome()) {
            case Outcome.Ok<KvOutput>(KvOutput.Value(String value)) -> new Growth.Seen(value);
            case Outcome.Unknown<KvOutput> _ -> new Growth.Nothing();
            default -> new Growth.Other();
          };
    };
  }

  private static Growth growth(String more) {
    return more.isEmpty() ? new Growth.Nothing() : new Growth.Append(more);
  }

  private static boolean isDone(Operation<KvInput, KvOutput> operation) {
    return operation.isUnknown()
        || operation.outcome() instanceof Outcome.Ok<KvOutput>(KvOutput.Done _);
  }
}
