package io.raftbed.storage;

/**
 * What a server saves, together or not at all.
 *
 * @param raftState Raft's own state, empty when nothing was ever saved
 * @param snapshot the service's latest snapshot, empty when there is none
 */
public record SavedState(byte[] raftState, byte[] snapshot) {

  /** What a server finds that never saved anything. */
  public static final SavedState NOTHING = new SavedState(new byte[0], new byte[0]);
}
