package io.raftbed.net;

import io.raftbed.trace.NodeName;

/** What an event of the network was about, for the trace; turned into text only when shown. */
sealed interface Hop {

  /** A message on its way to a node. */
  record To(Record message, int node) implements Hop {
    @Override
    public String toString() {
      return MessageText.show(message) + " to " + NodeName.brief(node);
    }
  }

  /** A message that came from a node. */
  record From(Record message, int node) implements Hop {
    @Override
    public String toString() {
      return MessageText.show(message) + " from " + NodeName.brief(node);
    }
  }

  /** A call that ends without a reply, and why. */
  record NoReply(Record request, int node, String reason) implements Hop {
    @Override
    public String toString() {
      return "%s to %d: no reply, %s".formatted(MessageText.show(request), node, reason);
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
