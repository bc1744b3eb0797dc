package io.raftbed.cli;

import io.raftbed.reference.kv.KvClerk;
import io.raftbed.reference.kv.KvServer;
import io.raftbed.reference.kv.ReplicatedStateMachine;
import io.raftbed.reference.kv.VersionedKvClerk;
import io.raftbed.reference.kv.VersionedKvServer;
import io.raftbed.reference.raft.ReferenceRaft;
import io.raftbed.suite.Implementation;
import java.util.List;

/** Raftbed's own servers, services and clerks. */
final class Reference {

  /** What stands above Raft. */
  static final Implementation.Services SERVICES =
      new Implementation.Services(
          ReplicatedStateMachine::make,
          KvServer::make,
          KvClerk::make,
          VersionedKvServer::make,
          VersionedKvClerk::make);

  static final Implementation IMPLEMENTATION = Implementation.of(ReferenceRaft::make, SERVICES);

  /** The classes through which it is entered. */
  static final List<Class<?>> PROGRAMS =
      List.of(
          ReferenceRaft.class,
          ReplicatedStateMachine.class,
          KvServer.class,
          KvClerk.class,
          VersionedKvServer.class,
          VersionedKvClerk.class);

  private Reference() {}
}
