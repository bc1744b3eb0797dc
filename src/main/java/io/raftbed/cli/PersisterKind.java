package io.raftbed.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where servers keep their state, as the command line names it.
 *
 * @param directory for real files; empty for memory
 */
record PersisterKind(Optional<Path> directory) {

  /** In memory. */
  static final PersisterKind MEMORY = new PersisterKind(Optional.empty());

  private static final String DISK = "disk:";

  /**
   * Reads {@code memory} or {@code disk:DIR}.
   *
   * @throws IllegalArgumentException if it is neither
   */
  static PersisterKind parse(String text) {
    if (text.equals("memory")) {
      return MEMORY;
    }
    if (!text.startsWith(DISK) || text.equals(DISK)) {
      throw new IllegalArgumentException(
          "there is no persister \"" + text + "\"; there are memory and disk:DIR");
    }
    try {
      return new PersisterKind(Optional.of(Path.of(text.substring(DISK.length()))));
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("no folder can be called so: " + e.getMessage(), e);
    }
  }

  /** Returns where the servers of one run keep their files; empty when that is in memory. */
  Optional<Path> folderOf(String test, long seed) {
    // A test in a file is named by its path, which may begin anywhere: what counts is its last
    // name.
    Path folder = test.endsWith(".yaml") ? Path.of(test).getFileName() : Path.of(test);
    return directory.map(root -> root.resolve(folder).resolve(Long.toString(seed)));
  }

  /** Returns what a command that replays a run must contain, with a space before it. */
  String options() {
    return directory.isEmpty() ? "" : " --persister " + ShellWord.of(toString());
  }

  @Override
  public String toString() {
    return directory.map(root -> DISK + root).orElse("memory");
  }
}
