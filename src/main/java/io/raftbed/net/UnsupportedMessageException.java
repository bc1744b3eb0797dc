package io.raftbed.net;

/** A message holds something that the network cannot carry; the text says what to use instead. */
public final class UnsupportedMessageException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  UnsupportedMessageException(String message) {
    super(message);
  }
}
