package io.raftbed.report;

import io.raftbed.trace.NodeName;
import io.raftbed.trace.TraceEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Events as text: a line each, the time at the left, one column per server. A text starts in its
 * server's column and may run on over the columns at its right, which are empty on that line; what
 * the testbed did starts where the columns start, behind a dash.
 */
public final class EventColumns {

  /** The room that a text has at least, in characters, when the width allows. */
  private static final int TEXT = 40;

  private static final int NARROWEST_COLUMN = 4;
  private static final String GAP = "  ";

  private EventColumns() {}

  /**
   * Lays events out.
   *
   * @param events in the order in which they happened
   * @param width for how many characters the columns are laid out
   * @param cut how many characters a line may have; cut texts end in {@code ...}
   * @return a heading and one line per event; nothing at all when there are no events
   */
  public static List<String> lines(List<TraceEvent> events, int width, int cut) {
    if (events.isEmpty()) {
      return List.of();
    }
    List<Integer> servers =
        events.stream()
            .map(TraceEvent::node)
            .filter(node -> node != TraceEvent.TESTBED)
            .distinct()
            .sorted()
            .toList();
    int timeWidth =
        events.stream().mapToInt(e -> Numbers.moment(e.virtualNanos()).length()).max().orElse(0);
    int step = step(servers.size(), width - timeWidth - GAP.length());
    List<String> lines = new ArrayList<>();
    lines.add(fit(heading(servers, timeWidth, step), width));
    for (TraceEvent event : events) {
      String time = padLeft(Numbers.moment(event.virtualNanos()), timeWidth);
      String indent = " ".repeat(Math.max(0, servers.indexOf(event.node())) * step);
      lines.add(fit(time + GAP + indent + text(event), cut));
    }
    return lines;
  }

  private static int step(int servers, int room) {
    int wanted = servers < 2 ? 0 : (room - TEXT) / (servers - 1);
    return Math.max(NARROWEST_COLUMN, wanted);
  }

  private static String heading(List<Integer> servers, int timeWidth, int step) {
    StringBuilder line = new StringBuilder(padLeft("seconds", timeWidth)).append(GAP);
    for (int server : servers) {
      String name =
          NodeName.isClient(server) ? "client " + NodeName.clientOf(server) : "server " + server;
      String cell = name.length() < step ? name : NodeName.of(server).toLowerCase(Locale.ROOT);
      line.append(cell).append(" ".repeat(Math.max(0, step - cell.length())));
    }
    return line.toString();
  }

  private static String text(TraceEvent event) {
    String kind = event.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    String mark = event.node() == TraceEvent.TESTBED ? "- " : "";
    return OneLine.of(mark + kind + " " + event.detail());
  }

  private static String padLeft(String text, int width) {
    return " ".repeat(Math.max(0, width - text.length())) + text;
  }

  private static String fit(String line, int width) {
    String stripped = line.stripTrailing();
    return stripped.length() <= width ? stripped : stripped.substring(0, width - 3) + "...";
  }
}
