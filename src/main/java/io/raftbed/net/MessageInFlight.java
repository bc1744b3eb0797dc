package io.raftbed.net;

import io.raftbed.trace.NodeName;

/**
 * A message that is about to travel, for choosing which ones to hold.
 *
 * @param call the number of the call that it belongs to, from 1 in the order of sending
 * @param kind which half of the call
 * @param from the node that sends this message
 * @param to the node that it is for
 * @param body the message; not to be changed
 */
public record MessageInFlight(long call, Kind kind, int from, int to, Record body) {

  /** The two halves of a call. */
  public enum Kind {
    /** On its way to the server that will handle it. */
    REQUEST,
    /** On its way back to the caller. */
    REPLY
  }

  @Override
  public String toString() {
    return "%s from %s to %s"
        .formatted(MessageText.show(body), NodeName.brief(from), NodeName.brief(to));
  }
}
