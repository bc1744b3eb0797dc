package io.raftbed.cluster;

import io.raftbed.lab.Persister;
import io.raftbed.sim.Incarnation;
import io.raftbed.sim.Simulation;
import io.raftbed.storage.MemoryPersister;
import io.raftbed.trace.EventKind;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/**
 * One boot's persister.
 *
 * @param simulation records what is saved
 * @param incarnation the boot
 * @param saved what is durable, as far as the boot knows
 * @param queue makes it durable
 */
record BootPersister(
    Simulation simulation, Incarnation incarnation, MemoryPersister saved, SaveQueue queue)
    implements Persister {

  @Override
  public void save(byte[] raftState, byte[] snapshot) {
    requireBoth(raftState, snapshot);
    // Recorded first: a hook or the disk may crash this server, and then save does not return.
    record(new TraceDetail.Saved(raftState.length, snapshot.length));
    queue.save(raftState, snapshot);
  }

  @Override
  public void saveSuffix(int kept, byte[] suffix) {
    Objects.requireNonNull(suffix, "Persister.saveSuffix: the suffix is null");
    if (kept < 0 || kept > queue.raftStateSize()) {
      throw new IllegalArgumentException(
          "Persister.saveSuffix: cannot keep %d bytes of a Raft state that has %d"
              .formatted(kept, queue.raftStateSize()));
    }
    record(new TraceDetail.Saved(kept + suffix.length, queue.snapshotSize()));
    queue.saveSuffix(kept, suffix);
  }

  @Override
  public CompletableFuture<Void> saveAsync(byte[] raftState, byte[] snapshot) {
    requireBoth(raftState, snapshot);
    record(new TraceDetail.Queued(raftState.length, snapshot.length));
    return queue.saveAsync(raftState, snapshot);
  }

  private static void requireBoth(byte[] raftState, byte[] snapshot) {
    Objects.requireNonNull(raftState, "Persister.save: the Raft state is null");
    Objects.requireNonNull(snapshot, "Persister.save: the snapshot is null; where none is, empty");
  }

  private void record(TraceDetail.Sized sizes) {
    long bits = (long) sizes.raftStateBytes() << Integer.SIZE | sizes.snapshotBytes();
    simulation.event(incarnation.node(), EventKind.PERSIST, bits, sizes);
  }

  @Override
  public byte[] raftState() {
    return saved.raftState();
  }

  @Override
  public byte[] snapshot() {
    return saved.snapshot();
  }
}
