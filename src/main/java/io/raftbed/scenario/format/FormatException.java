package io.raftbed.scenario.format;

/** A file that cannot be read; the message says where, what is wrong, and what to write instead. */
public final class FormatException extends RuntimeException {
  private static final long serialVersionUID = 1;

  FormatException(String message) {
    super(message);
  }
}
