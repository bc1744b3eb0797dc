package io.raftbed.linearizability.model;

import io.raftbed.linearizability.Operation;
import io.raftbed.linearizability.Outcome;
import io.raftbed.linearizability.model.CollectionInput.Insert;
import io.raftbed.linearizability.model.CollectionOutput.Empty;
import io.raftbed.linearizability.model.CollectionOutput.Inserted;
import io.raftbed.linearizability.model.CollectionOutput.Removed;
import io.raftbed.linearizability.polynomial.Transfer;

/** What operations on a queue or a stack are to procedures. */
final class CollectionTransfer {

  private CollectionTransfer() {}

  static <V> Transfer<V> of(Operation<CollectionInput<V>, CollectionOutput<V>> operation) {
    if (!(operation.outcome()
        instanceof Outcome.Ok<CollectionOutput<V>>(CollectionOutput<V> output))) {
      return new Transfer.Other<>();
    }
    return switch (operation.input()) {
      case Insert<V>(V value) ->
          output instanceof Inserted ? new Transfer.Insert<>(value) : new Transfer.Other<>();
      case CollectionInput.Remove<V> _ ->
          switch (output) {
            case Removed<V>(V value) -> new Transfer.Remove<>(value);
            case Empty<V> _ -> new Transfer.Empty<>();
            case Inserted<V> _ -> new Transfer.Other<>();
          };
    };
  }
}
