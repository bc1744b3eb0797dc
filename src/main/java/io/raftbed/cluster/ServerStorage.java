package io.raftbed.cluster;

import io.raftbed.sim.Delay;
import io.raftbed.sim.Simulation;
import io.raftbed.storage.Disk;
import io.raftbed.storage.DiskPersister;
import io.raftbed.storage.MemoryPersister;
import io.raftbed.storage.RealDisk;
import io.raftbed.storage.SavedState;
import io.raftbed.storage.SimulatedDisk;
import io.raftbed.storage.StateStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What one server keeps its state on, over all its boots. Without a disk, memory is the storage;
 * with one, it mirrors what the running boot knows to be durable.
 */
final class ServerStorage {

  private final Optional<Disk> disk;
  private final StateStore.Factory factory;
  private final RandomGenerator random;
  private Optional<StateStore> store = Optional.empty();
  private MemoryPersister saved = new MemoryPersister();

  private ServerStorage(Optional<Disk> disk, StateStore.Factory factory, RandomGenerator random) {
    this.disk = disk;
    this.factory = factory;
    this.random = random;
  }

  /** Makes a server's storage, with nothing saved but what real files hold. */
  static ServerStorage of(StorageKind kind, Simulation simulation, int server) {
    RandomGenerator random = simulation.random("queued saves " + server);
    return switch (kind) {
      case StorageKind.Memory() -> new ServerStorage(Optional.empty(), DiskPersister::new, random);
      case StorageKind.SimulatedDisks disks ->
          new ServerStorage(
              Optional.of(new SimulatedDisk(simulation, server, disks.profile())),
              disks.store(),
              random);
      case StorageKind.RealFiles files ->
          new ServerStorage(Optional.of(realDisk(files, server)), DiskPersister::new, random);
    };
  }

  private static Disk realDisk(StorageKind.RealFiles files, int server) {
    try {
      return new RealDisk(files.directory().resolve("S" + server));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the disk, if it is a simulated one. */
  Optional<SimulatedDisk> simulatedDisk() {
    return disk.filter(SimulatedDisk.class::isInstance).map(SimulatedDisk.class::cast);
  }

  /** Returns what is known to be saved; it keeps count and tells the hook of each save. */
  MemoryPersister saved() {
    return saved;
  }

  /** Reads what was saved, for a new boot. */
  void open() throws IOException {
    if (disk.isPresent()) {
      StateStore opened = factory.on(disk.get());
      store = Optional.of(opened);
      saved = saved.restored(opened.load());
    } else {
      saved = saved.copy();
    }
  }

  /** Whether a save takes no time: memory is the storage. */
  boolean isMemory() {
    return disk.isEmpty();
  }

  /** Saves both, on the disk if there is one; one thread at a time. */
  void save(SavedState state) throws IOException {
    if (store.isPresent()) {
      store.get().save(state);
    }
    saved.save(state.raftState(), state.snapshot());
  }

  /** Draws how long a queued save waits for its turn, in virtual nanoseconds. */
  long drawLateness() {
    Delay lateness = simulatedDisk().isPresent() ? Delay.millis(0) : StorageKind.LATE;
    return lateness.draw(random);
  }

  void processCrashed() {
    simulatedDisk().ifPresent(SimulatedDisk::processCrashed);
  }

  void losePower() {
    simulatedDisk().ifPresent(SimulatedDisk::losePower);
  }

  /** Takes away all that was saved. */
  void wipe() {
    saved = saved.restored(new SavedState(new byte[0], new byte[0]));
    disk.ifPresent(ServerStorage::wipe);
  }

  private static void wipe(Disk disk) {
    try {
      disk.wipe();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends all faults and forgets the hook of saves. */
  void heal() {
    saved.afterSave(saves -> {});
    simulatedDisk().ifPresent(SimulatedDisk::heal);
  }
}
