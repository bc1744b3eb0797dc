package io.raftbed.report;

import io.raftbed.trace.NodeName;
import io.raftbed.trace.TraceEvent;
import java.util.Locale;

/**
 * An event as a file holds it.
 *
 * @param virtualNanos when, in virtual nanoseconds since the start of the run
 * @param node its node's name, such as {@code S2}; {@code -} for the testbed
 * @param kind what happened, in small letters
 * @param detail what it was about
 */
public record SavedEvent(long virtualNanos, String node, String kind, String detail) {

  /** Returns an event as a file holds it. */
  public static SavedEvent of(TraceEvent event) {
    return new SavedEvent(
        event.virtualNanos(),
        event.node() == TraceEvent.TESTBED ? "-" : NodeName.of(event.node()),
        event.kind().name().toLowerCase(Locale.ROOT),
        event.detail().toString());
  }

  /** Returns the event on one line. */
  public String words() {
    return "%s s, %s: %s %s"
        .formatted(Numbers.moment(virtualNanos), node, kind.replace('_', ' '), OneLine.of(detail));
  }
}
