package io.raftbed.lab;

import java.util.List;

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

  /**
   * Hands several messages to the service, one after the other, as {@link #send} does; returns when
   * the service has the last one. It takes less time, as the calling thread waits once.
   *
   * @param msgs in log order
   * @throws InterruptedException if the calling thread is interrupted while it waits; the service
   *     then has the first ones of them, or none
   */
  default void sendAll(List<ApplyMsg> msgs) throws InterruptedException {
    for (ApplyMsg msg : msgs) {
      send(msg);
    }
  }
}
