package io.raftbed.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.reference.kv.KvClerk;
import io.raftbed.reference.kv.KvServer;
import io.raftbed.reference.kv.ReplicatedStateMachine;
import io.raftbed.reference.kv.VersionedKvClerk;
import io.raftbed.reference.kv.VersionedKvServer;
import io.raftbed.reference.raft.ReferenceRaft;
import io.raftbed.sim.Programs;
import io.raftbed.suite.Implementation;
import java.util.stream.Stream;

/** The reference, whose classes must be prepared before the first of them is loaded. */
final class Reference {

  private Reference() {}

  static Implementation load() {
    Programs.prepare();
    Stream.of(
            ReferenceRaft.class,
            ReplicatedStateMachine.class,
            KvServer.class,
            KvClerk.class,
            VersionedKvServer.class,
            VersionedKvClerk.class)
        .forEach(program -> assertThat(Programs.load(program).passed()).isTrue());
    return Implementation.of(
        ReferenceRaft::make,
        new Implementation.Services(
            ReplicatedStateMachine::make,
            KvServer::make,
            KvClerk::make,
            VersionedKvServer::make,
            VersionedKvClerk::make));
  }
}
