package io.raftbed.cluster.kv;

import io.raftbed.lab.kv.Clerk;
import io.raftbed.linearizability.model.KvInput;
import io.raftbed.linearizability.model.KvOutput;
import java.util.Objects;

/**
 * A clerk whose operations are recorded.
 *
 * @param clerk does the work
 * @param client whose it is, from 0
 * @param history takes the operations
 */
public record RecordedClerk(Clerk clerk, int client, ClientHistory<KvInput, KvOutput> history)
    implements Clerk {

  @Override
  public String get(String key) {
    int operation = history.call(client, new KvInput.Get(key));
    String value =
        Objects.requireNonNull(
            clerk.get(key), "Clerk.get returned null; a key that is not there is empty");
    history.ok(client, operation, new KvOutput.Value(value));
    return value;
  }

  @Override
  public void put(String key, String value) {
    int operation = history.call(client, new KvInput.Put(key, value));
    clerk.put(key, value);
    history.ok(client, operation, new KvOutput.Done());
  }

  @Override
  public void append(String key, String value) {
    int operation = history.call(client, new KvInput.Append(key, value));
    clerk.append(key, value);
    history.ok(client, operation, new KvOutput.Done());
  }
}
