package io.raftbed.storage;

import java.io.IOException;

/**
 * Keeps what a server saves on a disk, for one boot of the server; used by one thread at a time.
 *
 * <p>After an {@link IOException} of {@link #save} nobody knows what a restart will find: this save
 * or the one before. The server has to stop.
 */
public interface StateStore {

  /**
   * Reads what is there, once and before the first save. What it returns is durable.
   *
   * @return what was saved last, or what was being saved when the server stopped
   * @throws CorruptFileException if the disk does not hold what was written
   * @throws IOException if the disk fails
   */
  SavedState load() throws IOException;

  /** Saves both, atomically and durably: when this returns, a restart will find them. */
  void save(SavedState state) throws IOException;

  /** Makes stores. */
  @FunctionalInterface
  interface Factory {
    /** Makes the store of one boot. */
    StateStore on(Disk disk);
  }
}
