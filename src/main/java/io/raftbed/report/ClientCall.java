package io.raftbed.report;

import io.raftbed.trace.EventKind;
import io.raftbed.trace.Moment;
import io.raftbed.trace.TraceEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An operation of a client, which has one at a time. Events are named by their places in the run.
 *
 * @param invoked the event of its call
 * @param completed the event of its end; {@link #OPEN} if it never ended
 * @param clash its part in a failure
 */
record ClientCall(int invoked, int completed, Clash clash) {

  /** Stands for no event. */
  static final int OPEN = -1;

  /** What part an operation has in a failure. */
  enum Clash {
    /** None. */
    NONE,
    /** It has no place in any order of what clients were answered. */
    NO_PLACE,
    /** It contradicts the one that has no place. */
    CLASHES
  }

  /**
   * Returns the operations of all clients in the order of their calls.
   *
   * @param moments when those that clash were called and answered, the one without a place first
   */
  static List<ClientCall> of(List<TraceEvent> events, List<Moment> moments) {
    Map<Integer, Integer> open = new HashMap<>();
    List<ClientCall> calls = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      TraceEvent event = events.get(i);
      if (event.kind() == EventKind.INVOKE) {
        Integer unanswered = open.put(event.node(), i);
        if (unanswered != null) {
          calls.add(call(events, unanswered, OPEN, moments));
        }
      } else if (event.kind() == EventKind.COMPLETE && open.containsKey(event.node())) {
        calls.add(call(events, open.remove(event.node()), i, moments));
      }
    }
    open.values().forEach(invoked -> calls.add(call(events, invoked, OPEN, moments)));
    calls.sort(Comparator.comparingInt(ClientCall::invoked));
    return calls;
  }

  private static ClientCall call(
      List<TraceEvent> events, int invoked, int completed, List<Moment> moments) {
    int at = moments.indexOf(momentOf(events.get(invoked)));
    boolean isNamed =
        at >= 0 && (completed == OPEN || moments.contains(momentOf(events.get(completed))));
    Clash clash = at == 0 ? Clash.NO_PLACE : Clash.CLASHES;
    return new ClientCall(invoked, completed, isNamed ? clash : Clash.NONE);
  }

  private static Moment momentOf(TraceEvent event) {
    return new Moment(event.node(), event.virtualNanos());
  }
}
