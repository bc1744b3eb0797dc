package io.raftbed.cluster;

import io.raftbed.lab.Persister;
import io.raftbed.sim.Incarnation;
import io.raftbed.sim.Simulation;
import io.raftbed.storage.MemoryPersister;
import io.raftbed.trace.EventKind;
import java.util.Objects;

/**
 * One boot's persister.
 *
 * @param simulation records what is saved
 * @param incarnation the boot
 * @param disk keeps it
 */
record BootPersister(Simulation simulation, Incarnation incarnation, MemoryPersister disk)
    implements Persister {

  @Override
  public void save(byte[] raftState, byte[] snapshot) {
    Objects.requireNonNull(raftState, "Persister.save: the Raft state is null");
    Objects.requireNonNull(snapshot, "Persister.save: the snapshot is null; where none is, empty");
    // Recorded first: a hook of the disk may crash this server, and then save does not return.
    simulation.event(
        incarnation.node(),
        EventKind.PERSIST,
        (long) raftState.length << Integer.SIZE | snapshot.length,
        new TraceDetail.Saved(raftState.length, snapshot.length));
    disk.save(raftState, snapshot);
  }

  @Override
  public byte[] raftState() {
    return disk.raftState();
  }

  @Override
  public byte[] snapshot() {
    return disk.snapshot();
  }
}
