package io.raftbed.report;

import io.raftbed.report.ClientCall.Clash;
import io.raftbed.report.Flight.Fate;
import io.raftbed.report.Shade.Fault;
import io.raftbed.trace.CallDetail;
import io.raftbed.trace.EventKind;
import io.raftbed.trace.Moment;
import io.raftbed.trace.NodeName;
import io.raftbed.trace.TraceEvent;
import io.raftbed.trace.Verdict;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * A run as the JSON that its page draws: all that is derived from events is derived here. Lanes are
 * the testbed, the servers and the clients; events are named by their places in the run; what
 * several events are about stands in a table once.
 */
final class TimelineData {

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .characterEscapes(new ScriptEscapes())
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build();

  /** A server's role and term from an event on. */
  private record Change(int event, int node, Role.Standing standing) {}

  private final JsonGenerator json;
  private final ColumnWriter columns;
  private final List<TraceEvent> events;
  private final List<Integer> nodes;
  private final Map<Integer, Integer> lanes = new HashMap<>();
  private final Numbering<EventKind> kinds = Numbering.startingWith(List.of(EventKind.values()));
  private final Numbering<Role> roles = Numbering.startingWith(List.of(Role.values()));
  private final Numbering<Fate> fates = Numbering.startingWith(List.of(Fate.values()));
  private final Numbering<Fault> faults = Numbering.startingWith(List.of(Fault.values()));
  private final Numbering<Clash> clashes = Numbering.startingWith(List.of(Clash.values()));
  private final Numbering<Subject> subjects = new Numbering<>();
  private final Numbering<String> types = new Numbering<>();
  private final Numbering<String> troubles = new Numbering<>();

  private TimelineData(JsonGenerator json, List<TraceEvent> events) {
    this.json = json;
    this.columns = new ColumnWriter(json);
    this.events = events;
    this.nodes = nodes(events);
    lanes.put(TraceEvent.TESTBED, 0);
    nodes.forEach(node -> lanes.put(node, lanes.size()));
  }

  /** Writes it; nothing in it can end the script element that it stands in. */
  static void write(Writer out, List<TraceEvent> events, Verdict verdict) {
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
      new TimelineData(json, events).write(verdict);
    }
  }

  /** Servers first, then clients: those that something happened on, or was sent to. */
  private static List<Integer> nodes(List<TraceEvent> events) {
    return events.stream()
        .flatMap(event ->
            event.detail() instanceof CallDetail message
                ? Stream.of(event.node(), message.peer())
                : Stream.of(event.node()))
        .filter(node -> node != TraceEvent.TESTBED)
        .distinct()
        .sorted()
        .toList();
  }

  private void write(Verdict verdict) {
    List<Moment> moments = verdict instanceof Verdict.Fail fail ? fail.moments() : List.of();
    json.writeStartObject();
    columns.texts("lanes", nodes.stream().map(NodeName::of).toList());
    json.writeNumberProperty("clients", nodes.stream().filter(NodeName::isClient).count());
    columns.texts("kinds", names(kinds));
    columns.texts("roles", names(roles));
    columns.texts("fates", names(fates));
    columns.texts("faults", names(faults));
    columns.texts("clashes", names(clashes));
    columns.table("events", this::events);
    columns.table("subjects", this::subjects);
    columns.table("standings", this::standings);
    columns.table("flights", this::flights);
    columns.table("shades", this::shades);
    columns.table("progress", this::progress);
    columns.table("calls", () -> calls(moments));
    columns.column("telling", telling(moments), event -> event);
    if (verdict instanceof Verdict.Fail fail) {
      json.writeNumberProperty("failedAt", fail.virtualNanos());
    }
    json.writeEndObject();
  }

  private static List<String> names(Numbering<? extends Enum<?>> constants) {
    return constants.all().stream()
        .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', ' '))
        .toList();
  }

  private int lane(int node) {
    return lanes.getOrDefault(node, 0);
  }

  private void events() {
    columns
        .steps("time", events, TraceEvent::virtualNanos)
        .column("lane", events, event -> lane(event.node()))
        .column("kind", events, event -> kinds.of(event.kind()))
        .column("subject", events, event -> subjects.of(Subject.of(event)));
  }

  private void subjects() {
    List<Subject> all = subjects.all();
    columns
        .column("type", all, subject -> types.of(subject.type()))
        .column("term", all, Subject::term)
        .column("first", all, Subject::first)
        .column("last", all, Subject::last);
    columns.texts("text", all.stream().map(Subject::text).toList());
    columns.texts("types", types.all());
  }

  private void standings() {
    Role.Table table = new Role.Table();
    Map<Integer, Role.Standing> last = new HashMap<>();
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      int node = events.get(i).node();
      Role.Standing now = table.standingAfter(events.get(i));
      boolean isServer = node != TraceEvent.TESTBED && !NodeName.isClient(node);
      if (isServer && !now.equals(last.put(node, now))) {
        changes.add(new Change(i, node, now));
      }
    }
    columns
        .column("event", changes, Change::event)
        .column("lane", changes, change -> lane(change.node()))
        .column("role", changes, change -> roles.of(change.standing().role()))
        .column("term", changes, change -> change.standing().term());
  }

  private void flights() {
    List<Flight> flights = Flights.of(events);
    columns
        .steps("sent", flights, Flight::sent)
        .column("took", flights, flight -> flight.end() < 0 ? -1 : flight.end() - flight.sent())
        .column("to", flights, flight -> lane(flight.to()))
        .column("fate", flights, flight -> fates.of(flight.fate()));
  }

  private void shades() {
    List<Shade> shades = Shades.of(events, nodes);
    columns
        .column("lane", shades, shade -> lane(shade.node()))
        .column("fault", shades, shade -> faults.of(shade.what()))
        .column("from", shades, Shade::from)
        .column("to", shades, Shade::to)
        .column("text", shades, shade -> troubles.of(shade.text()));
    columns.texts("texts", troubles.all());
  }

  private void progress() {
    List<Progress.Step> steps = Progress.of(events);
    columns
        .steps("event", steps, Progress.Step::event)
        .column("applied", steps, Progress.Step::applied)
        .column("committed", steps, Progress.Step::committed);
  }

  private void calls(List<Moment> moments) {
    List<ClientCall> calls = ClientCall.of(events, moments);
    columns
        .column("invoked", calls, ClientCall::invoked)
        .column("completed", calls, ClientCall::completed)
        .column("clash", calls, call -> clashes.of(call.clash()));
  }

  /** The events of the moments that clash. */
  private List<Integer> telling(List<Moment> moments) {
    return IntStream.range(0, events.size())
        .filter(
            i -> moments.contains(new Moment(events.get(i).node(), events.get(i).virtualNanos())))
        .boxed()
        .toList();
  }
}
