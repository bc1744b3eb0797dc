package io.raftbed.lab;

/** Makes one Raft server; the door through which every implementation enters the testbed. */
@FunctionalInterface
public interface RaftFactory {

  /**
   * Creates a server, restores what its persister holds, registers its handlers and starts its
   * threads, then returns without waiting for them. Called once for each boot of a server. The
   * service has restored the saved snapshot by itself: the server goes on applying after its index.
   *
   * @param environment the server's identity, peers, persister and apply channel
   * @return the running server
   */
  Raft make(Environment environment);
}
