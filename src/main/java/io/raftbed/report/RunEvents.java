package io.raftbed.report;

import io.raftbed.trace.TraceEvent;
import java.util.ArrayList;
import java.util.List;

/** Events of a run in columns, each in the colour of the role that its server has then. */
public final class RunEvents {

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
    Role.Table table = new Role.Table();
    List<TraceEvent> shown = new ArrayList<>();
    List<Role> roles = new ArrayList<>();
    for (TraceEvent event : all) {
      Role role = table.after(event);
      if (filter.shows(event)) {
        shown.add(event);
        roles.add(role);
      }
    }
    List<String> lines = new ArrayList<>(EventColumns.lines(shown, width, cut));
    for (int i = 0; i < shown.size(); i++) {
      lines.set(i + 1, paint.role(roles.get(i), lines.get(i + 1)));
    }
    if (!lines.isEmpty()) {
      lines.set(0, paint.faint(lines.getFirst()));
    }
    return lines;
  }
}
