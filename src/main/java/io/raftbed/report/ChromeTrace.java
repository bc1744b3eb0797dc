package io.raftbed.report;

import io.raftbed.trace.CallDetail;
import io.raftbed.trace.NodeName;
import io.raftbed.trace.TraceEvent;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Events in Chrome's Trace Event Format, which Perfetto (https://ui.perfetto.dev) and
 * chrome://tracing show: a track for each node, an arrow for each message that arrived, and above
 * each server's track who led and who asked for votes.
 */
public final class ChromeTrace {

  private static final int PROCESS = 1;

  /** What the test did has the first track; each node has two below it. */
  private static final int FIRST_NODE = 10;

  /** How long an event is drawn, in virtual nanoseconds: most take no time at all. */
  private static final long DRAWN_NANOS = 200;

  private static final int MICRO_DIGITS = 3;

  private record Since(Role role, long nanos) {}

  private final JsonGenerator json;
  private final Map<Integer, Since> roles = new HashMap<>();

  private ChromeTrace(Writer out) {
    json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), out);
  }

  /** Writes events in order; closes nothing. */
  public static void write(List<TraceEvent> events, Writer out) {
    ChromeTrace trace = new ChromeTrace(out);
    trace.json.writeStartArray();
    events.stream().map(TraceEvent::node).distinct().sorted().forEach(trace::names);
    Role.Table table = new Role.Table();
    for (TraceEvent event : events) {
      trace.change(event, table.after(event));
      trace.add(event);
    }
    if (!events.isEmpty()) {
      long end = events.getLast().virtualNanos();
      new TreeSet<>(trace.roles.keySet()).forEach(node -> trace.ended(node, end));
    }
    trace.json.writeEndArray();
    trace.json.writeRaw('\n');
    trace.json.flush();
  }

  private void names(int node) {
    if (node == TraceEvent.TESTBED) {
      name(trackOf(node), "test");
    } else {
      name(trackOf(node), NodeName.of(node));
      if (!NodeName.isClient(node)) {
        name(roleTrackOf(node), NodeName.of(node) + " role");
      }
    }
  }

  private static int trackOf(int node) {
    return node == TraceEvent.TESTBED ? FIRST_NODE - 1 : FIRST_NODE + 2 * node + 1;
  }

  private static int roleTrackOf(int node) {
    return FIRST_NODE + 2 * node;
  }

  private void name(int track, String name) {
    start("M", "thread_name", track);
    json.writeObjectPropertyStart("args");
    json.writeStringProperty("name", name);
    json.writeEndObject();
    json.writeEndObject();
    start("M", "thread_sort_index", track);
    json.writeObjectPropertyStart("args");
    json.writeNumberProperty("sort_index", track);
    json.writeEndObject();
    json.writeEndObject();
  }

  /** A follower has no slice: what is drawn is what is rare. */
  private void change(TraceEvent event, Role now) {
    if (event.node() == TraceEvent.TESTBED) {
      return;
    }
    Since before = roles.get(event.node());
    if (before != null && before.role() == now) {
      return;
    }
    ended(event.node(), event.virtualNanos());
    roles.put(event.node(), new Since(now, event.virtualNanos()));
  }

  private void ended(int node, long nanos) {
    Since since = roles.get(node);
    if (since != null && since.role() != Role.FOLLOWER) {
      start("X", since.role().name().toLowerCase(Locale.ROOT), roleTrackOf(node));
      at(since.nanos());
      json.writeName("dur").writeNumber(micros(nanos - since.nanos()));
      json.writeEndObject();
    }
  }

  private void add(TraceEvent event) {
    SavedEvent saved = SavedEvent.of(event);
    String what =
        event.detail() instanceof CallDetail message
            ? saved.kind() + " " + message.messageType()
            : saved.kind();
    start("X", what.replace('_', ' '), trackOf(event.node()));
    at(event.virtualNanos());
    json.writeName("dur").writeNumber(micros(DRAWN_NANOS));
    json.writeObjectPropertyStart("args");
    json.writeStringProperty("detail", OneLine.of(saved.detail()));
    json.writeEndObject();
    json.writeEndObject();
    if (event.detail() instanceof CallDetail message) {
      switch (event.kind()) {
        case SEND -> arrow(event, "s", 2 * message.call());
        case DELIVER -> arrow(event, "f", 2 * message.call());
        case REPLY -> arrow(event, "s", 2 * message.call() + 1);
        case RETURN -> arrow(event, "f", 2 * message.call() + 1);
        default -> {}
      }
    }
  }

  private void arrow(TraceEvent event, String phase, long id) {
    start(phase, "message", trackOf(event.node()));
    json.writeStringProperty("cat", "message");
    json.writeNumberProperty("id", id);
    if (phase.equals("f")) {
      json.writeStringProperty("bp", "e"); // ends at the slice around it, not at the next one
    }
    at(event.virtualNanos());
    json.writeEndObject();
  }

  private void start(String phase, String name, int track) {
    json.writeRaw('\n');
    json.writeStartObject();
    json.writeStringProperty("ph", phase);
    json.writeStringProperty("name", name);
    json.writeNumberProperty("pid", PROCESS);
    json.writeNumberProperty("tid", track);
  }

  private void at(long nanos) {
    json.writeName("ts").writeNumber(micros(nanos));
  }

  /** The format's unit; exact. */
  private static BigDecimal micros(long nanos) {
    return BigDecimal.valueOf(nanos, MICRO_DIGITS);
  }
}
