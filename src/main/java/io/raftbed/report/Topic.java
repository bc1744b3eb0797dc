package io.raftbed.report;

import com.google.common.collect.ImmutableSet;
import io.raftbed.trace.EventKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What events are about, for somebody who wants to see some of them only. */
public enum Topic {
  /** What goes over the network. */
  MESSAGES(EventKind.SEND, EventKind.DELIVER, EventKind.REPLY, EventKind.RETURN, EventKind.DROP),
  /** Commands, leaders, and what is applied. */
  LOG(
      EventKind.START,
      EventKind.LEADER,
      EventKind.APPLY,
      EventKind.APPLY_SNAPSHOT,
      EventKind.SNAPSHOT),
  /** What is saved, and what disks do. */
  STORAGE(EventKind.PERSIST, EventKind.DURABLE, EventKind.DISK),
  /** What befalls servers, links and clocks. */
  FAULTS(
      EventKind.BOOT,
      EventKind.CRASH,
      EventKind.PAUSE,
      EventKind.RESUME,
      EventKind.CUT,
      EventKind.HEAL,
      EventKind.NETWORK,
      EventKind.CLOCK),
  /** What clients ask, and are answered. */
  CLIENTS(EventKind.INVOKE, EventKind.COMPLETE),
  /** What servers print, exceptions and notes. */
  OUTPUT(EventKind.PRINT, EventKind.EXCEPTION, EventKind.NOTE);

  private final ImmutableSet<EventKind> kinds;

  Topic(EventKind... kinds) {
    this.kinds = ImmutableSet.copyOf(kinds);
  }

  /** Returns what kinds of events it has. */
  public ImmutableSet<EventKind> kinds() {
    return kinds;
  }

  /** Returns its name as it is typed. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns all names, in their order. */
  public static List<String> labels() {
    return Arrays.stream(values()).map(Topic::label).toList();
  }
}
