package io.raftbed.cluster.kv;

import io.raftbed.lab.kv.PutOutcome;
import io.raftbed.lab.kv.Versioned;
import io.raftbed.lab.kv.VersionedClerk;
import io.raftbed.linearizability.model.VersionedInput;
import io.raftbed.linearizability.model.VersionedOutput;
import java.util.Objects;
import java.util.Optional;

/**
 * A versioned clerk whose operations are recorded.
 *
 * @param clerk does the work
 * @param tries counts its calls
 * @param client whose it is, from 0
 * @param history takes the operations
 */
public record RecordedVersionedClerk(
    VersionedClerk clerk,
    CountedCalls tries,
    int client,
    ClientHistory<VersionedInput, VersionedOutput> history)
    implements VersionedClerk {

  @Override
  public Optional<Versioned> get(String key) {
    int operation = history.call(client, new VersionedInput.Get(key));
    Optional<Versioned> found =
        Objects.requireNonNull(
            clerk.get(key), "VersionedClerk.get returned null; for no such key, an empty Optional");
    history.ok(
        client,
        operation,
        found
            .<VersionedOutput>map(it -> new VersionedOutput.Value(it.value(), it.version()))
            .orElseGet(VersionedOutput.NoKey::new));
    return found;
  }

  @Override
  public PutOutcome put(String key, String value, long version) {
    int operation = history.call(client, new VersionedInput.Put(key, value, version));
    tries.begin();
    PutOutcome outcome =
        Objects.requireNonNull(
            clerk.put(key, value, version), "VersionedClerk.put returned null; return its outcome");
    if (outcome == PutOutcome.MAYBE && tries.calls() <= 1) {
      history.fail(
          "C%d was told maybe of a Put that it had tried once".formatted(client),
          "maybe is for a refused Put of which an earlier try may have taken effect");
    }
    if (outcome == PutOutcome.MAYBE && tries.done() > 0) {
      history.fail(
          "C%d was told maybe of a Put that a server had told it was done".formatted(client),
          "maybe is for a Put that was refused after an earlier try that may have taken effect");
    }
    history.ok(client, operation, output(outcome));
    return outcome;
  }

  private static VersionedOutput output(PutOutcome outcome) {
    return switch (outcome) {
      case OK -> new VersionedOutput.Done();
      case VERSION_MISMATCH -> new VersionedOutput.VersionMismatch();
      case NO_KEY -> new VersionedOutput.NoKey();
      case MAYBE -> new VersionedOutput.Maybe();
    };
  }
}
