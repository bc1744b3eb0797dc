package io.raftbed.lab;

import java.util.concurrent.CompletableFuture;

/**
 * One server's storage, which survives its crashes.
 *
 * <p>Raft state and snapshot are always saved together, so that a crash never leaves the one
 * without the other.
 */
public interface Persister {

  /**
   * Saves both, atomically and durably: when this returns, a restart will find them. Where the disk
   * fails, this does not return: the server is stopped, as nobody knows what a restart will find.
   *
   * @param raftState Raft's own state, encoded by the server; copied
   * @param snapshot the service's latest snapshot, empty when there is none; copied
   */
  void save(byte[] raftState, byte[] snapshot);

  /**
   * Saves a Raft state of which only the end is new, as {@link #save} would; the snapshot stays. It
   * costs what is new, not what the whole state would: put what changes often behind the log.
   *
   * @param kept how many bytes from the front stay as in the call before, from 0 to all of them;
   *     what followed them is dropped
   * @param suffix the bytes that follow them now; copied
   * @throws IllegalArgumentException if there are not as many bytes to keep
   */
  void saveSuffix(int kept, byte[] suffix);

  /**
   * Queues both to be saved as {@link #save} would, and returns at once. Saves become durable in
   * the order of the calls: when one is durable, so are all before it. A crash may lose those that
   * are not complete; a restart then finds any of them or the last complete one.
   *
   * @param raftState as for {@link #save}
   * @param snapshot as for {@link #save}
   * @return completed when a restart will find this save or a later one, on a thread of its own, so
   *     that dependents may run in another order than the saves; never completed when the server
   *     crashes before
   */
  CompletableFuture<Void> saveAsync(byte[] raftState, byte[] snapshot);

  /** Returns a copy of the Raft state saved last, as far as that is durable; empty when none is. */
  byte[] raftState();

  /** Returns a copy of the snapshot saved last, as far as that is durable; empty when none is. */
  byte[] snapshot();
}
