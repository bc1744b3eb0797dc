package io.raftbed.storage;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Saves to two files: {@code state}, whose rename is what commits a save, and {@code snapshot-N},
 * to which the state refers, so that a snapshot is written once and not with every save.
 *
 * <p>The order makes it safe. A snapshot's file is new, synced, and its name is synced before a
 * state refers to it. A state is written aside and synced before it is renamed, or the rename could
 * survive without the content. The directory is synced before {@link #save} returns, or the rename
 * could be lost. What a crash left behind is removed by the next {@link #load}.
 */
public final class DiskPersister implements StateStore {

  private static final String STATE = "state";
  private static final String NEW_STATE = "state.new";
  private static final String SNAPSHOT = "snapshot-";
  private static final long NO_SNAPSHOT = 0;

  private final Disk disk;
  private byte[] snapshot = {};
  private long snapshotNumber = NO_SNAPSHOT;
  private long lastNumber = NO_SNAPSHOT;

  /** Makes the store of one boot. */
  public DiskPersister(Disk disk) {
    this.disk = disk;
  }

  @Override
  public SavedState load() throws IOException {
    Optional<byte[]> stored = disk.read(STATE);
    SavedState found = SavedState.NOTHING;
    if (stored.isPresent()) {
      Frame state = Frame.decode(Frame.Kind.STATE, STATE, stored.get());
      snapshotNumber = state.number();
      lastNumber = snapshotNumber;
      snapshot = readSnapshot(snapshotNumber);
      found = new SavedState(state.payload(), snapshot.clone());
    }
    // A process that was killed before it had synced its rename left it in the cache: the server is
    // about to act on what it reads, so it must not vanish any more.
    disk.syncDirectory();
    removeLeftovers();
    return found;
  }

  private byte[] readSnapshot(long number) throws IOException {
    if (number == NO_SNAPSHOT) {
      return new byte[0];
    }
    String file = SNAPSHOT + number;
    Optional<byte[]> stored = disk.read(file);
    if (stored.isEmpty()) {
      throw new CorruptFileException(file, "it is missing, and the state refers to it");
    }
    Frame frame = Frame.decode(Frame.Kind.SNAPSHOT, file, stored.get());
    if (frame.number() != number) {
      throw new CorruptFileException(file, "it is snapshot " + frame.number());
    }
    return frame.payload();
  }

  private void removeLeftovers() throws IOException {
    String kept = SNAPSHOT + snapshotNumber;
    for (String name : disk.names()) {
      if (name.equals(NEW_STATE) || (name.startsWith(SNAPSHOT) && !name.equals(kept))) {
        disk.delete(name);
      }
    }
  }

  @Override
  public void save(SavedState state) throws IOException {
    long before = snapshotNumber;
    if (!Arrays.equals(snapshot, state.snapshot())) {
      writeSnapshot(state.snapshot());
    }
    Frame frame = new Frame(Frame.Kind.STATE, snapshotNumber, state.raftState());
    disk.write(NEW_STATE, frame.encode());
    disk.sync(NEW_STATE);
    disk.rename(NEW_STATE, STATE);
    disk.syncDirectory();
    if (before != snapshotNumber && before != NO_SNAPSHOT) {
      disk.delete(SNAPSHOT + before);
    }
  }

  private void writeSnapshot(byte[] bytes) throws IOException {
    snapshot = bytes.clone();
    if (bytes.length == 0) {
      snapshotNumber = NO_SNAPSHOT;
      return;
    }
    // Never the file in use: until the new state is durable, the old one refers to it.
    snapshotNumber = ++lastNumber;
    String file = SNAPSHOT + snapshotNumber;
    disk.write(file, new Frame(Frame.Kind.SNAPSHOT, snapshotNumber, bytes).encode());
    disk.sync(file);
    disk.syncDirectory();
  }
}
