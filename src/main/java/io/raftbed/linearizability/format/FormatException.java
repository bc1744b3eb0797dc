package io.raftbed.linearizability.format;

/** A file that is no history in its format; the message is one line with file, line and advice. */
public final class FormatException extends RuntimeException {

  /**
   * Makes one.
   *
   * @param file the file's name
   * @param line the line, from 1
   * @param problem what was expected there and what was found
   */
  public FormatException(String file, int line, String problem) {
    super("%s:%d: %s".formatted(file, line, problem));
  }

  /**
   * Makes one about a file as a whole.
   *
   * @param file the file's name
   * @param problem what was expected and what was found
   */
  public FormatException(String file, String problem) {
    super(file + ": " + problem);
  }
}
