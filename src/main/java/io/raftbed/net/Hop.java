package io.raftbed.net;

import io.raftbed.trace.CallDetail;
import io.raftbed.trace.NodeName;
import java.util.Optional;

/** A message of a call, at one of its events, for the trace; turned into text only when shown. */
sealed interface Hop extends CallDetail {

  Record message();

  @Override
  default String messageType() {
    return message().getClass().getSimpleName();
  }

  @Override
  default String messageText() {
    return MessageText.show(message());
  }

  @Override
  default Optional<Object> field(String name) {
    return Messages.plan(message().getClass()).components().stream()
        .filter(component -> component.name().equals(name))
        .findFirst()
        .map(component -> component.get(message()));
  }

  /** A message on its way to a node. */
  record To(long call, Record message, int peer) implements Hop {
    @Override
    public String toString() {
      return messageText() + " to " + NodeName.brief(peer);
    }
  }

  /** A message that came from a node. */
  record From(long call, Record message, int peer) implements Hop {
    @Override
    public String toString() {
      return messageText() + " from " + NodeName.brief(peer);
    }
  }

  /** A call that ends without a reply, and why. */
  record NoReply(long call, Record message, int peer, String reason) implements Hop {
    @Override
    public String toString() {
      return "%s to %d: no reply, %s".formatted(messageText(), peer, reason);
    }
  }
}
