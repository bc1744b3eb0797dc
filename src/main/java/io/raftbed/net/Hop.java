package io.raftbed.net;

import io.raftbed.trace.CallDetail;
import io.raftbed.trace.NodeName;

/** What an event of the network was about, for the trace; turned into text only when shown. */
sealed interface Hop {

  /** A message of a call. */
  sealed interface OfCall extends Hop, CallDetail {

    Record message();

    @Override
    default String messageType() {
      return message().getClass().getSimpleName();
    }
  }

  /** A message on its way to a node. */
  record To(long call, Record message, int peer) implements OfCall {
    @Override
    public String toString() {
      return MessageText.show(message) + " to " + NodeName.brief(peer);
    }
  }

  /** A message that came from a node. */
  record From(long call, Record message, int peer) implements OfCall {
    @Override
    public String toString() {
      return MessageText.show(message) + " from " + NodeName.brief(peer);
    }
  }

  /** A call that ends without a reply, and why. */
  record NoReply(long call, Record message, int peer, String reason) implements OfCall {
    @Override
    public String toString() {
      return "%s to %d: no reply, %s".formatted(MessageText.show(message), peer, reason);
    }
  }

  /** A directed link. */
  record Direction(int from, int to) implements Hop {
    @Override
    public String toString() {
      return "link from " + NodeName.brief(from) + " to " + NodeName.brief(to);
    }
  }
}
