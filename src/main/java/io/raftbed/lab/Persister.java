package io.raftbed.lab;

/**
 * One server's storage, which survives its crashes.
 *
 * <p>Raft state and snapshot are always saved together, so that a crash never leaves the one
 * without the other.
 */
public interface Persister {

  /**
   * Saves both, atomically and durably: when this returns, a restart will find them.
   *
   * @param raftState Raft's own state, encoded by the server; copied
   * @param snapshot the service's latest snapshot, empty when there is none; copied
   */
  void save(byte[] raftState, byte[] snapshot);

  /** Returns a copy of the saved Raft state, empty when nothing was ever saved. */
  byte[] raftState();

  /** Returns a copy of the saved snapshot, empty when nothing was ever saved. */
  byte[] snapshot();
}
