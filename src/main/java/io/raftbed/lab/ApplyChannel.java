package io.raftbed.lab;

/** The channel from a Raft server to the service above it. */
@FunctionalInterface
public interface ApplyChannel {

  /**
   * Hands one message to the service: at once when the service waits for one, else when it is done
   * with the one before. It may call back into {@link Raft} meanwhile, so do not hold a lock.
   *
   * @param msg a committed command, in log order, or a snapshot
   * @throws InterruptedException if the calling thread is interrupted while it waits
   */
  void send(ApplyMsg msg) throws InterruptedException;
}
