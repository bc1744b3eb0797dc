package io.raftbed.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** Whether something can be written, asked before anything runs. */
final class Writable {
  private Writable() {}

  /**
   * Checks that there can be a folder, with the folders above it.
   *
   * @throws IllegalArgumentException if not; the message says what is in the way
   */
  static void requireFolder(Path folder) {
    Path there = folder.toAbsolutePath().normalize();
    while (there.getParent() != null && !Files.exists(there)) {
      there = there.getParent();
    }
    if (!Files.isDirectory(there)) {
      throw new IllegalArgumentException(
          "cannot write to " + folder + ": " + there + " is no folder");
    }
    if (!Files.isWritable(there)) {
      throw new IllegalArgumentException(
          "cannot write to " + folder + ": no permission in " + there);
    }
  }
}
