package io.raftbed.reference.raft;

import io.raftbed.lab.Peer;

/** A leader's link to one other server, and when it last sent on it (§5.2, heartbeats). */
final class Link {

  private final Peer peer;
  private long sentAt;
  private int life;

  Link(Peer peer) {
    this.peer = peer;
  }

  Peer peer() {
    return peer;
  }

  int id() {
    return peer.id();
  }

  /** §6: from now on answers to earlier messages are of another life of the server. */
  void renew() {
    life++;
  }

  /** Which life of the server it is. */
  int life() {
    return life;
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
