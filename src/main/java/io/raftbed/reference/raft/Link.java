package io.raftbed.reference.raft;

import io.raftbed.lab.Peer;

/** A leader's link to one other server, and when it last sent on it (§5.2, heartbeats). */
final class Link {

  private final Peer peer;
  private long sentAt;

  Link(Peer peer) {
    this.peer = peer;
  }

  Peer peer() {
    return peer;
  }

  int id() {
    return peer.id();
  }

  /** Takes note that a message goes out now. */
  void sent() {
    sentAt = System.nanoTime();
  }

  /** Returns how many nanoseconds are left of an interval of silence, 0 or less when it is over. */
  long remainingOf(long intervalNanos) {
    return sentAt + intervalNanos - System.nanoTime();
  }
}
