package io.raftbed.storage;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A directory of files as a program sees it under POSIX: what is written reaches the disk when it
 * is synced, and not before; what is renamed, created or deleted reaches it when the directory is
 * synced. Used by one thread at a time.
 *
 * <p>Any method throws {@link IOException} when the disk fails. After a failed {@link #sync} nobody
 * knows what the disk holds, and a second sync that succeeds proves nothing ("Can Applications
 * Recover from fsync Failures?", USENIX ATC 2020).
 */
public interface Disk {

  /** Returns the content of a file; empty when there is none of that name. */
  Optional<byte[]> read(String name) throws IOException;

  /** Makes a file or replaces the content of one, in the cache of the operating system. */
  void write(String name, byte[] bytes) throws IOException;

  /** Makes a file's content durable; not its name. */
  void sync(String name) throws IOException;

  /** Gives a file another name, in place of a file that has that name: the one or the other. */
  void rename(String from, String to) throws IOException;

  /** Removes a file, if there is one of that name. */
  void delete(String name) throws IOException;

  /** Returns the names of all files, sorted. */
  List<String> names() throws IOException;

  /** Makes the names durable: all files that were made, renamed and deleted. */
  void syncDirectory() throws IOException;

  /** Removes all files, durably: a new disk takes the place of this one. */
  void wipe() throws IOException;
}
