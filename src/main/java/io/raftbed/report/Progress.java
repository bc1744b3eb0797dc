package io.raftbed.report;

import static io.raftbed.report.MessageFields.number;
import static io.raftbed.report.MessageFields.size;

import io.raftbed.trace.CallDetail;
import io.raftbed.trace.EventKind;
import io.raftbed.trace.LogDetail;
import io.raftbed.trace.TraceEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How far servers got in their logs, as their events show: what they applied, and what they know to
 * be committed.
 */
final class Progress {

  /**
   * A server gets further, or back to the start when it is booted.
   *
   * @param event the event that shows it, by its place in the run
   * @param node the server
   * @param applied the last index that it applied since its boot, or 0
   * @param committed the last index that it is known to know as committed, or 0
   */
  record Step(int event, int node, int applied, int committed) {
    Step applied(int now) {
      return new Step(event, node, now, Math.max(committed, now));
    }

    Step committed(int now) {
      return new Step(event, node, applied, Math.max(committed, now));
    }

    boolean isAsFarAs(Step other) {
      return applied == other.applied && committed == other.committed;
    }
  }

  private final Map<Integer, Step> last = new HashMap<>();

  /** What followers were sent last, by the number of the call. */
  private final Map<Long, CallDetail> delivered = new HashMap<>();

  private final List<Step> steps = new ArrayList<>();

  private Progress() {}

  static List<Step> of(List<TraceEvent> events) {
    Progress progress = new Progress();
    for (int i = 0; i < events.size(); i++) {
      progress.take(i, events.get(i));
    }
    return progress.steps;
  }

  private void take(int event, TraceEvent what) {
    Step was = last.getOrDefault(what.node(), new Step(event, what.node(), 0, 0));
    Step now = after(new Step(event, what.node(), was.applied(), was.committed()), what);
    if (!now.isAsFarAs(was)) {
      last.put(what.node(), now);
      steps.add(now);
    }
  }

  private Step after(Step step, TraceEvent what) {
    return switch (what.detail()) {
      case LogDetail place when isApplied(what.kind()) -> step.applied(place.index());
      case CallDetail message -> after(step, what.kind(), message);
      default -> what.kind() == EventKind.CRASH ? new Step(step.event(), step.node(), 0, 0) : step;
    };
  }

  private static boolean isApplied(EventKind kind) {
    return kind == EventKind.APPLY || kind == EventKind.APPLY_SNAPSHOT;
  }

  private Step after(Step step, EventKind kind, CallDetail message) {
    return switch (kind) {
      case SEND -> step.committed(number(message, "leaderCommit").orElse(0));
      case DELIVER -> {
        delivered.put(message.call(), message);
        yield step;
      }
      case REPLY -> {
        CallDetail request = delivered.remove(message.call());
        yield request != null && MessageFields.isTrue(message, "success")
            ? step.committed(committedBy(request))
            : step;
      }
      default -> step;
    };
  }

  /** A follower commits no further than the entries that it has just found in its log (§5.3). */
  private static int committedBy(CallDetail appendEntries) {
    int lastNew = number(appendEntries, "prevLogIndex").orElse(0) + size(appendEntries, "entries");
    return Math.min(number(appendEntries, "leaderCommit").orElse(0), lastNew);
  }
}
