package io.raftbed.report;

import io.raftbed.trace.CallDetail;
import io.raftbed.trace.TraceEvent;
import java.util.Set;

/**
 * Which events of a run are shown.
 *
 * @param from the earliest, in virtual nanoseconds since the start of the run
 * @param until the latest, likewise
 * @param nodes the nodes whose events are shown, beside those of the testbed; all when empty
 * @param topics what events are about; everything when empty
 * @param messageTypes with what names the messages begin that are shown; all of them when empty
 */
public record EventFilter(
    long from, long until, Set<Integer> nodes, Set<Topic> topics, Set<String> messageTypes) {

  public EventFilter {
    nodes = Set.copyOf(nodes);
    topics = Set.copyOf(topics);
    messageTypes = Set.copyOf(messageTypes);
  }

  /** Returns whether every event is shown, whatever it is. */
  public boolean showsAll() {
    return from <= 0
        && until == Long.MAX_VALUE
        && nodes.isEmpty()
        && topics.isEmpty()
        && messageTypes.isEmpty();
  }

  /** Returns whether an event is shown. */
  public boolean shows(TraceEvent event) {
    return event.virtualNanos() >= from
        && event.virtualNanos() <= until
        && (nodes.isEmpty() || event.node() == TraceEvent.TESTBED || nodes.contains(event.node()))
        && (topics.isEmpty() || topics.stream().anyMatch(t -> t.kinds().contains(event.kind())))
        && (messageTypes.isEmpty()
            || !(event.detail() instanceof CallDetail message)
            || messageTypes.stream().anyMatch(message.messageType()::startsWith));
  }
}
