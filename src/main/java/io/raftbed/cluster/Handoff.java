package io.raftbed.cluster;

import io.raftbed.lab.ApplyChannel;
import io.raftbed.lab.ApplyMsg;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * An unbuffered channel, first come, first served, within one incarnation: a sender goes on as soon
 * as the receiver has its last message, which is at once when the receiver waits for one. {@link
 * java.util.concurrent.SynchronousQueue} would do, but how often it yields depends on the machine's
 * processors. It needs no lock: a step of a simulated thread is never interrupted.
 */
final class Handoff implements ApplyChannel {

  /** Messages that are not taken yet, and the thread that waits until they are. */
  private static final class Offer {
    final Iterator<ApplyMsg> left;
    final Thread sender = Thread.currentThread();

    Offer(List<ApplyMsg> msgs) {
      left = msgs.iterator();
    }
  }

  private final Deque<Offer> offers = new ArrayDeque<>();

  /** Stands here while it waits and nobody has given it a message. */
  private @Nullable Thread receiver;

  private @Nullable ApplyMsg given;

  @Override
  public void send(ApplyMsg msg) throws InterruptedException {
    requireWhole(msg, "ApplyChannel.send");
    offer(List.of(msg));
  }

  @Override
  public void sendAll(List<ApplyMsg> msgs) throws InterruptedException {
    Objects.requireNonNull(msgs, "ApplyChannel.sendAll was given null");
    List<ApplyMsg> whole = new ArrayList<>(msgs); // the server may change its list meanwhile
    whole.forEach(msg -> requireWhole(msg, "ApplyChannel.sendAll"));
    offer(whole);
  }

  private void offer(List<ApplyMsg> msgs) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("interrupted before the service took the message");
    }
    Offer offer = new Offer(msgs);
    if (receiver != null && offer.left.hasNext()) {
      given = offer.left.next();
      LockSupport.unpark(receiver);
      receiver = null;
    }
    if (offer.left.hasNext()) {
      offers.add(offer);
    }
    while (offer.left.hasNext()) {
      LockSupport.park(this);
      if (offer.left.hasNext() && Thread.interrupted()) {
        offers.remove(offer);
        throw new InterruptedException("interrupted while the service was busy");
      }
    }
  }

  /** Fails where the server is at fault, and not later, in the service. */
  private static void requireWhole(@Nullable ApplyMsg msg, String method) {
    boolean isWhole =
        switch (msg) {
          case null -> false;
          case ApplyMsg.Command command -> command.command() != null;
          case ApplyMsg.Snapshot snapshot -> snapshot.snapshot() != null;
        };
    if (!isWhole) {
      String what = msg == null ? "null" : "a " + msg.getClass().getSimpleName() + " without bytes";
      throw new NullPointerException(method + " was given " + what);
    }
  }

  /** Takes the next message; called by one thread only. */
  ApplyMsg take() {
    Offer offer = offers.peek();
    if (offer != null) {
      ApplyMsg msg = offer.left.next();
      if (!offer.left.hasNext()) {
        offers.remove();
        LockSupport.unpark(offer.sender);
      }
      return msg;
    }
    receiver = Thread.currentThread();
    while (given == null) {
      LockSupport.park(this);
    }
    ApplyMsg msg = given;
    given = null;
    return msg;
  }
}
