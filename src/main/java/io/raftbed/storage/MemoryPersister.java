package io.raftbed.storage;

import static java.util.Objects.checkIndex;

import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * A store of one Raft state and one snapshot, saved together or not at all: labrpc's persister.
 *
 * <p>Each boot of a server works on a {@link #copy} of what the boot before it left.
 */
public final class MemoryPersister {

  /** Kept from save to save: states are large, and saves many. */
  private byte[] raftState = {};

  private int raftStateSize;
  private byte[] snapshot = {};
  private long saves;
  private LongConsumer afterSave = count -> {};

  /** Saves copies of both, then tells the hook of {@link #afterSave}. */
  public void save(byte[] newRaftState, byte[] newSnapshot) {
    // Most saves change the Raft state only.
    snapshot = Arrays.equals(snapshot, newSnapshot) ? snapshot : newSnapshot.clone();
    saveSuffix(0, newRaftState);
  }

  /**
   * Saves a copy of a new end of the Raft state, then tells the hook of {@link #afterSave}.
   *
   * @param kept how many bytes of the Raft state stay, at most {@link #raftStateSize}
   * @param suffix what follows them now
   */
  public void saveSuffix(int kept, byte[] suffix) {
    int size = checkIndex(kept, raftStateSize + 1) + suffix.length;
    if (raftState.length < size) {
      raftState = Arrays.copyOf(raftState, 2 * size);
    }
    System.arraycopy(suffix, 0, raftState, kept, suffix.length);
    raftStateSize = size;
    saves++;
    afterSave.accept(saves);
  }

  /** Returns a copy of the saved Raft state, empty when nothing was ever saved. */
  public byte[] raftState() {
    return Arrays.copyOf(raftState, raftStateSize);
  }

  /** Returns a copy of the saved snapshot, empty when there is none. */
  public byte[] snapshot() {
    return snapshot.clone();
  }

  /** Returns the length of the saved Raft state, in bytes. */
  public int raftStateSize() {
    return raftStateSize;
  }

  /** Returns the length of the saved snapshot, in bytes. */
  public int snapshotSize() {
    return snapshot.length;
  }

  /** Returns how often something was saved, by all boots of the server. */
  public long saves() {
    return saves;
  }

  /**
   * Sets what runs after each save, in place of an earlier hook: a test that crashes the server
   * there loses nothing of what was saved and everything that was to follow.
   *
   * @param hook gets the number of saves so far; it runs on the thread that saved
   */
  public void afterSave(LongConsumer hook) {
    afterSave = hook;
  }

  /** Returns what a new boot finds: the same contents, count and hook, and no tie to this one. */
  public MemoryPersister copy() {
    return restored(new SavedState(raftState(), snapshot));
  }

  /**
   * Returns what a new boot finds that has read its contents elsewhere: the same count and hook.
   */
  public MemoryPersister restored(SavedState found) {
    MemoryPersister restored = new MemoryPersister();
    restored.raftState = found.raftState();
    restored.raftStateSize = found.raftState().length;
    restored.snapshot = found.snapshot();
    restored.saves = saves;
    restored.afterSave = afterSave;
    return restored;
  }
}
