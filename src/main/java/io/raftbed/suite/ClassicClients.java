package io.raftbed.suite;

import io.raftbed.cluster.ClientNode;
import io.raftbed.cluster.kv.ClientHistory;
import io.raftbed.cluster.kv.RecordedClerk;
import io.raftbed.lab.kv.Clerk;
import io.raftbed.lab.kv.ClerkFactory;
import io.raftbed.linearizability.model.Kv;
import io.raftbed.linearizability.model.KvInput;
import io.raftbed.linearizability.model.KvOutput;
import io.raftbed.sim.Simulation;
import java.util.Objects;

/** Clients of the classic service. */
final class ClassicClients implements KvClients {

  private record ClassicSession(Clerk clerk) implements Session {
    @Override
    public String get(String key) {
      return clerk.get(key);
    }

    @Override
    public void put(String key, String value) {
      clerk.put(key, value);
    }

    @Override
    public void append(String key, String value) {
      clerk.append(key, value);
    }

    @Override
    public void useRareKeys() {
      clerk.get(ABSENT);
      clerk.put(EMPTY, "");
      clerk.get(EMPTY);
    }
  }

  private final ClerkFactory factory;
  private final ClientHistory<KvInput, KvOutput> history;

  ClassicClients(Simulation simulation, ClerkFactory factory) {
    this.factory = factory;
    this.history = new ClientHistory<>(simulation, new Kv());
  }

  /** Returns a new clerk whose operations are recorded. */
  Clerk clerk(ClientNode client) {
    return clerk(client, client.client());
  }

  private Clerk clerk(ClientNode client, int process) {
    Clerk clerk =
        Objects.requireNonNull(
            factory.make(client::servers), "ClerkFactory.make returned null; return the clerk");
    return new RecordedClerk(clerk, process, history);
  }

  @Override
  public Session open(ClientNode client, int process) {
    return new ClassicSession(clerk(client, process));
  }

  @Override
  public Workload workload(KvContext context, KvRun.Plan plan) {
    return new ClassicWorkload(context.test(), this, plan);
  }

  @Override
  public ClientHistory<?, ?> history() {
    return history;
  }
}
