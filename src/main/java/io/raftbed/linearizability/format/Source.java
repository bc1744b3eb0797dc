package io.raftbed.linearizability.format;

/**
 * A text to read.
 *
 * @param name the file's name, for messages
 * @param text the whole text
 */
public record Source(String name, String text) {

  /** Returns an exception that says what was expected in a line, counted from 1. */
  FormatException error(int line, String problem) {
    return new FormatException(name, line, problem);
  }
}
