package io.raftbed.report;

import io.raftbed.trace.TraceEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * Events of a run in columns, each with its number in the run, in the colour of the role that its
 * server has then.
 */
public final class RunEvents {

  /** Stands above the numbers. */
  private static final String HEAD = "event";

  private static final String GAP = "  ";

  /** An event that is shown, its number in the run from 1, and the role its node has then. */
  private record Row(int number, TraceEvent event, Role role) {}

  private final Paint paint;
  private final int width;
  private final int cut;

  /**
   * Makes one.
   *
   * @param width for how many characters the columns are laid out
   * @param cut how many characters a line may have
   */
  public RunEvents(Paint paint, int width, int cut) {
    this.paint = paint;
    this.width = width;
    this.cut = cut;
  }

  /**
   * Returns a heading and a line for each event that is shown; nothing when none is.
   *
   * @param all all events of the run, in order: roles follow from what is not shown, too
   */
  public List<String> lines(List<TraceEvent> all, EventFilter filter) {
    List<Row> rows = shown(all, filter);
    if (rows.isEmpty()) {
      return List.of();
    }
    int digits = Math.max(HEAD.length(), Integer.toString(rows.getLast().number()).length());
    int room = digits + GAP.length();
    List<String> lines =
        EventColumns.lines(rows.stream().map(Row::event).toList(), width - room, cut - room);
    List<String> numbered = new ArrayList<>();
    numbered.add(paint.faint(padLeft(HEAD, digits) + GAP + lines.getFirst()));
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      String number = padLeft(Integer.toString(row.number()), digits);
      numbered.add(paint.role(row.role(), number + GAP + lines.get(i + 1)));
    }
    return numbered;
  }

  private static List<Row> shown(List<TraceEvent> all, EventFilter filter) {
    Role.Table table = new Role.Table();
    List<Row> rows = new ArrayList<>();
    int number = 0;
    for (TraceEvent event : all) {
      number++;
      Role role = table.after(event);
      if (filter.shows(event)) {
        rows.add(new Row(number, event, role));
      }
    }
    return rows;
  }

  private static String padLeft(String text, int width) {
    return " ".repeat(width - text.length()) + text;
  }
}
