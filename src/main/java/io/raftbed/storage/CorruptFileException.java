package io.raftbed.storage;

import java.io.IOException;

/** A file does not hold what was written to it; nothing may be concluded from it. */
public final class CorruptFileException extends IOException {

  /**
   * Makes one.
   *
   * @param file the name of the file
   * @param what what is wrong with it
   */
  public CorruptFileException(String file, String what) {
    super(file + ": " + what);
  }
}
