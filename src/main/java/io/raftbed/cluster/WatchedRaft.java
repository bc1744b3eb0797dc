package io.raftbed.cluster;

import io.raftbed.lab.Raft;
import io.raftbed.lab.RaftState;
import io.raftbed.lab.Started;
import java.util.Objects;
import java.util.Optional;

/**
 * A server as a service under test calls it, on threads of that server: what it accepts and what it
 * is given is recorded.
 */
record WatchedRaft(Raft raft, Server server, ProgramService service) implements Raft {

  @Override
  public Optional<Started> start(byte[] command) {
    Objects.requireNonNull(command, "Raft.start(null)");
    Optional<Started> started =
        server.notNull(
            raft.start(command.clone()), "Raft.start", "an Optional, empty when it does not lead");
    started.ifPresent(at -> server.accepted(command, at));
    return started;
  }

  @Override
  public RaftState state() {
    return server.notNull(raft.state(), "Raft.state", "its term and role");
  }

  @Override
  public void snapshot(int index, byte[] snapshot) {
    Objects.requireNonNull(snapshot, "Raft.snapshot: the snapshot is null");
    service.taken(index, snapshot);
    raft.snapshot(index, snapshot.clone());
  }
}
