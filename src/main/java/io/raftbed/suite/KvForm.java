package io.raftbed.suite;

import io.raftbed.lab.kv.KvServerFactory;
import io.raftbed.sim.Simulation;

/** The two forms of the key/value service. */
public enum KvForm {
  /** Get, Put and Append; each change takes effect once. */
  CLASSIC {
    @Override
    KvServerFactory server(Implementation.Services services) {
      return services.kv();
    }

    @Override
    KvClients clients(Simulation simulation, Implementation.Services services) {
      return new ClassicClients(simulation, services.clerk());
    }
  },

  /** Get and Put, which names the version that it replaces. */
  VERSIONED {
    @Override
    KvServerFactory server(Implementation.Services services) {
      return services.versionedKv();
    }

    @Override
    KvClients clients(Simulation simulation, Implementation.Services services) {
      return new VersionedClients(simulation, services.versionedClerk());
    }
  };

  abstract KvServerFactory server(Implementation.Services services);

  abstract KvClients clients(Simulation simulation, Implementation.Services services);
}
