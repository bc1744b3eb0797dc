package io.raftbed.lab;

/** The channel from a Raft server to the service above it. */
@FunctionalInterface
public interface ApplyChannel {

  /**
   * Hands one message to the service and waits until the service has taken it. The service may call
   * back into {@link Raft} before it takes the next one, so do not hold a lock meanwhile.
   *
   * @param msg a committed command, in log order, or a snapshot
   * @throws InterruptedException if the calling thread is interrupted while it waits
   */
  void send(ApplyMsg msg) throws InterruptedException;
}
