package io.raftbed.linearizability;

/** Events that make no history, such as a return without a call. */
public final class HistoryException extends IllegalArgumentException {

  private final long position;

  HistoryException(long position, String message) {
    super(message);
    this.position = position;
  }

  /** Returns which event or timed operation it was, counted from 0 as they were given. */
  public long position() {
    return position;
  }
}
