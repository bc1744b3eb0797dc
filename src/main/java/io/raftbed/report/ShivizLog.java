package io.raftbed.report;

import io.raftbed.trace.CallDetail;
import io.raftbed.trace.EventKind;
import io.raftbed.trace.NodeName;
import io.raftbed.trace.TraceEvent;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Events as a log for ShiViz (https://bestchai.bitbucket.io/shiviz/), which draws them as a diagram
 * of space and time: two lines for each, a host with its vector clock and what happened. What the
 * testbed did has no host and is left out.
 */
public final class ShivizLog {

  /** What ShiViz must be told to take such a log apart. */
  public static final String PATTERN = "(?<host>\\S*) (?<clock>\\{.*\\})\\n(?<event>.*)";

  private record Direction(long call, boolean isRequest) {}

  private final Map<Integer, SortedMap<String, Integer>> clocks = new HashMap<>();
  private final Map<Direction, SortedMap<String, Integer>> sent = new HashMap<>();

  private ShivizLog() {}

  /** Writes events; closes nothing. */
  public static void write(List<TraceEvent> events, Writer out) {
    ShivizLog log = new ShivizLog();
    PrintWriter printer = new PrintWriter(out);
    events.stream()
        .filter(event -> event.node() != TraceEvent.TESTBED)
        .forEach(event -> log.write(event, printer));
    printer.flush();
  }

  private void write(TraceEvent event, PrintWriter out) {
    String host = NodeName.of(event.node());
    SortedMap<String, Integer> clock = clocks.computeIfAbsent(event.node(), n -> new TreeMap<>());
    if (event.detail() instanceof CallDetail message) {
      arrived(event.kind(), message.call(), clock);
    }
    clock.merge(host, 1, Integer::sum);
    if (event.detail() instanceof CallDetail message) {
      left(event.kind(), message.call(), clock);
    }
    out.printf(
        "%s %s%n%s%n",
        host,
        clock.entrySet().stream()
            .map(entry -> "\"" + entry.getKey() + "\":" + entry.getValue())
            .collect(Collectors.joining(", ", "{", "}")),
        SavedEvent.of(event).words());
  }

  private void arrived(EventKind kind, long call, SortedMap<String, Integer> clock) {
    if (kind == EventKind.DELIVER || kind == EventKind.RETURN) {
      sent.getOrDefault(new Direction(call, kind == EventKind.DELIVER), new TreeMap<>())
          .forEach((host, time) -> clock.merge(host, time, Math::max));
    }
  }

  private void left(EventKind kind, long call, SortedMap<String, Integer> clock) {
    if (kind == EventKind.SEND || kind == EventKind.REPLY) {
      sent.put(new Direction(call, kind == EventKind.SEND), new TreeMap<>(clock));
    }
  }
}
