package io.raftbed.net;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Keeps chosen messages back until the test lets them go, however late. A held message is neither
 * lost nor delayed by the profile of its link, and cuts and crashes do not destroy it.
 *
 * <p>Made by {@link Network#hold}, and by {@link Network#copyRequests} to keep copies.
 */
public final class Hold {

  /** A message kept back, and the two ways it can go on. */
  private record Held(MessageInFlight message, Runnable deliver, Runnable lose) {}

  private final Predicate<MessageInFlight> which;
  private final List<Held> held = new ArrayList<>();
  private boolean open = true;

  Hold(Predicate<MessageInFlight> which) {
    this.which = which;
  }

  /** Returns the messages that are held now, oldest first. */
  public List<MessageInFlight> messages() {
    return held.stream().map(Held::message).toList();
  }

  /** Holds no further messages; those held stay held. */
  public void close() {
    open = false;
  }

  /**
   * Delivers all held messages now, oldest first, and holds no further ones. A request still needs
   * a link that is not cut and a running server.
   */
  public void release() {
    close();
    release(message -> true);
  }

  /** Delivers the held messages that match; go on holding the others and further ones. */
  public void release(Predicate<MessageInFlight> matching) {
    take(matching).forEach(each -> each.deliver().run());
  }

  /** Loses all held messages, whose callers learn that no reply comes; holds no further ones. */
  public void drop() {
    close();
    drop(message -> true);
  }

  /** Loses the held messages that match; go on holding the others and further ones. */
  public void drop(Predicate<MessageInFlight> matching) {
    take(matching).forEach(each -> each.lose().run());
  }

  /** Takes a message if it is one to hold. */
  boolean takes(MessageInFlight message, Runnable deliver, Runnable lose) {
    if (!open || !which.test(message)) {
      return false;
    }
    held.add(new Held(message, deliver, lose));
    return true;
  }

  boolean isFinished() {
    return !open && held.isEmpty();
  }

  private List<Held> take(Predicate<MessageInFlight> matching) {
    List<Held> taken = held.stream().filter(each -> matching.test(each.message())).toList();
    held.removeAll(taken);
    return taken;
  }
}
