package io.raftbed.cluster;

import io.raftbed.sim.Delay;
import io.raftbed.storage.DiskPersister;
import io.raftbed.storage.DiskProfile;
import io.raftbed.storage.StateStore;
import java.nio.file.Path;

/** What the servers of a cluster keep their state on. */
public sealed interface StorageKind {

  /** How late a queued save is where saving itself takes no time. */
  Delay LATE = Delay.millis(0, 10);

  /** Memory that outlives a crash: a save takes no time, a queued one 0 to 10 ms. */
  StorageKind MEMORY = new Memory();

  /** Memory that outlives a crash. */
  record Memory() implements StorageKind {}

  /**
   * A simulated disk for each server: a save takes virtual time and may fail.
   *
   * @param profile how the disks behave, until a test gives one of them another profile
   * @param store saves on them
   */
  record SimulatedDisks(DiskProfile profile, StateStore.Factory store) implements StorageKind {
    /** Saves as Raftbed does. */
    public SimulatedDisks(DiskProfile profile) {
      this(profile, DiskPersister::new);
    }
  }

  /**
   * Real files. They take no virtual time, so that a run is the same as one in memory; an error of
   * the real disk ends it without a verdict.
   *
   * @param directory holds a directory {@code S0}, {@code S1} and so on for each server; what is in
   *     them is what the servers boot from
   */
  record RealFiles(Path directory) implements StorageKind {}
}
