package io.raftbed.cluster;

import io.raftbed.lab.ApplyChannel;
import io.raftbed.lab.ApplyMsg;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * An unbuffered channel, first come, first served, within one incarnation. {@link
 * java.util.concurrent.SynchronousQueue} would do, but how often it yields depends on the machine's
 * processors. It needs no lock: a step of a simulated thread is never interrupted.
 */
final class Handoff implements ApplyChannel {

  /** A message and the thread that waits until it is taken. */
  private static final class Offer {
    final ApplyMsg msg;
    final Thread sender = Thread.currentThread();
    boolean taken;

    Offer(ApplyMsg msg) {
      this.msg = msg;
    }
  }

  private final Deque<Offer> offers = new ArrayDeque<>();
  private @Nullable Thread receiver;

  @Override
  public void send(ApplyMsg msg) throws InterruptedException {
    requireWhole(msg);
    Offer offer = new Offer(msg);
    offers.add(offer);
    LockSupport.unpark(receiver);
    while (!offer.taken) {
      if (Thread.interrupted()) {
        offers.remove(offer);
        throw new InterruptedException("interrupted while the service was busy");
      }
      LockSupport.park(this);
    }
  }

  /** Fails where the server is at fault, and not later, in the service. */
  private static void requireWhole(ApplyMsg msg) {
    switch (Objects.requireNonNull(msg, "ApplyChannel.send(null)")) {
      case ApplyMsg.Command command ->
          Objects.requireNonNull(command.command(), "ApplyChannel.send: a Command without bytes");
      case ApplyMsg.Snapshot snapshot ->
          Objects.requireNonNull(
              snapshot.snapshot(), "ApplyChannel.send: a Snapshot without bytes");
    }
  }

  /** Takes the next message; called by one thread only. */
  ApplyMsg take() {
    receiver = Thread.currentThread();
    while (offers.isEmpty()) {
      LockSupport.park(this);
    }
    Offer offer = offers.remove();
    offer.taken = true;
    LockSupport.unpark(offer.sender);
    return offer.msg;
  }
}
