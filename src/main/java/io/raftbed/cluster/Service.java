package io.raftbed.cluster;

import io.raftbed.lab.ApplyChannel;
import io.raftbed.lab.Raft;
import io.raftbed.net.Endpoint;
import java.util.Optional;

/** What stands above one boot of a server, and takes what it applies. */
interface Service {

  /** Returns where the server hands up what it applies. */
  ApplyChannel channel();

  /** Returns the last index applied, or restored from a snapshot; 0 when there is none. */
  int lastApplied();

  /** Returns the command applied at an index; empty when this boot has not got there. */
  Optional<byte[]> command(int index);

  /** Starts from what the boot before left; called before the server is made. */
  void restore(byte[] snapshot);

  /**
   * Starts to take what the server applies; called before it gets requests.
   *
   * @param raft the server
   * @param endpoint the boot's own end of the network
   * @return false when the server was crashed meanwhile
   */
  boolean start(Raft raft, Endpoint endpoint);
}
