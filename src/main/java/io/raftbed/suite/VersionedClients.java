package io.raftbed.suite;

import io.raftbed.cluster.ClientNode;
import io.raftbed.cluster.kv.ClientHistory;
import io.raftbed.cluster.kv.CountedCalls;
import io.raftbed.cluster.kv.RecordedVersionedClerk;
import io.raftbed.lab.kv.PutOutcome;
import io.raftbed.lab.kv.Versioned;
import io.raftbed.lab.kv.VersionedClerk;
import io.raftbed.lab.kv.VersionedClerkFactory;
import io.raftbed.linearizability.model.KvVersioned;
import io.raftbed.linearizability.model.VersionedInput;
import io.raftbed.linearizability.model.VersionedOutput;
import io.raftbed.sim.Simulation;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Clients of the versioned service. */
final class VersionedClients implements KvClients {

  private static final Versioned NOTHING = new Versioned("", 0);

  private final VersionedClerkFactory factory;
  private final ClientHistory<VersionedInput, VersionedOutput> history;

  /** What sessions last saw of each key, over all of them. */
  private final Map<String, Versioned> seen = new HashMap<>();

  VersionedClients(Simulation simulation, VersionedClerkFactory factory) {
    this.factory = factory;
    this.history = new ClientHistory<>(simulation, new KvVersioned());
  }

  private final class VersionedSession implements Session {
    private final VersionedClerk clerk;

    VersionedSession(VersionedClerk clerk) {
      this.clerk = clerk;
    }

    @Override
    public String get(String key) {
      Versioned found = clerk.get(key).orElse(NOTHING);
      seen.put(key, found);
      return found.value();
    }

    @Override
    public void put(String key, String value) {
      while (clerk.put(key, value, lastSeen(key).version()) != PutOutcome.OK) {
        if (get(key).equals(value)) {
          return;
        }
      }
      seen.put(key, new Versioned(value, lastSeen(key).version() + 1));
    }

    @Override
    public void append(String key, String value) {
      put(key, lastSeen(key).value() + value);
    }

    @Override
    public void useRareKeys() {
      putToRareKeys(clerk);
    }

    private Versioned lastSeen(String key) {
      return seen.getOrDefault(key, NOTHING);
    }
  }

  /** Returns a new clerk whose operations are recorded. */
  VersionedClerk clerk(ClientNode client) {
    return clerk(client, client.client());
  }

  /** Does what {@link Session#useRareKeys} says. */
  static void putToRareKeys(VersionedClerk clerk) {
    clerk.put(ABSENT, "x", 1);
    clerk.put(EMPTY, "", clerk.get(EMPTY).map(Versioned::version).orElse(0L));
    clerk.get(EMPTY);
  }

  private VersionedClerk clerk(ClientNode client, int process) {
    CountedCalls tries = new CountedCalls(client.servers());
    VersionedClerk clerk =
        Objects.requireNonNull(
            factory.make(tries), "VersionedClerkFactory.make returned null; return the clerk");
    return new RecordedVersionedClerk(clerk, tries, process, history);
  }

  @Override
  public Session open(ClientNode client, int process) {
    return new VersionedSession(clerk(client, process));
  }

  @Override
  public Workload workload(KvContext context, KvRun.Plan plan) {
    return new VersionedWorkload(context.test(), this, plan);
  }

  @Override
  public ClientHistory<?, ?> history() {
    return history;
  }
}
