package io.raftbed.report;

import io.raftbed.trace.TraceEvent;
import io.raftbed.trace.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * One failure on one screen, always in the same order: what failed, the clashing facts, when and
 * with which seed, the last events of each server, and the command that replays it.
 */
public final class FailureReport {

  /** How many events fit beside the rest. */
  public static final int EVENTS = 24;

  private static final int MESSAGE_LINES = 4;
  private static final int FACT_LINES = 16;
  private static final String INDENT = "  ";
  private static final String MARK = "> ";

  /**
   * What is known of a failure.
   *
   * @param test the test's name
   * @param seed the seed that leads to it
   * @param fail what was broken
   * @param events the last events before it, and those that show the clashing facts
   * @param replay the command that runs into it again
   */
  public record Failure(
      String test, long seed, Verdict.Fail fail, LastEvents.Excerpt events, String replay) {}

  private final Paint paint;
  private final int width;
  private final int cut;

  /**
   * Makes one.
   *
   * @param width for how many characters the lines are laid out
   * @param cut where events are cut off, which are one line each: {@code width} or more
   */
  public FailureReport(Paint paint, int width, int cut) {
    this.paint = paint;
    this.width = width;
    this.cut = cut;
  }

  /** Returns the screen's lines. */
  public List<String> lines(Failure failure) {
    Verdict.Fail fail = failure.fail();
    List<String> lines = new ArrayList<>();
    List<String> message = wrap(fail.kind().label() + ": " + fail.message(), "");
    cut(message, MESSAGE_LINES).forEach(line -> lines.add(paint.bad(line)));
    lines.addAll(facts(fail.facts()));
    lines.add(
        "at %s s of virtual time, test %s, seed %d"
            .formatted(Numbers.moment(fail.virtualNanos()), failure.test(), failure.seed()));
    lines.addAll(events(failure.events()));
    lines.add("replay: " + paint.strong(failure.replay()));
    return lines;
  }

  private List<String> events(LastEvents.Excerpt excerpt) {
    List<TraceEvent> events = excerpt.events();
    if (events.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    boolean marks = events.stream().anyMatch(excerpt::isMarked);
    lines.add(
        legend(events.size(), excerpt.total()) + (marks ? ", > marks what tells most:" : ":"));
    List<String> columns =
        EventColumns.lines(events, width - INDENT.length(), cut - INDENT.length());
    lines.add(paint.faint(INDENT + columns.getFirst()));
    for (int i = 0; i < events.size(); i++) {
      boolean marked = excerpt.isMarked(events.get(i));
      String line = (marked ? MARK : INDENT) + columns.get(i + 1);
      lines.add(marked ? paint.strong(line) : line);
    }
    return lines;
  }

  private static String legend(int shown, long total) {
    return shown == total
        ? "all events"
        : "%s of %s events (--events N shows more)"
            .formatted(Numbers.count(shown), Numbers.count(total));
  }

  private List<String> facts(List<String> facts) {
    List<String> lines = new ArrayList<>();
    facts.forEach(fact -> lines.addAll(wrap(fact, INDENT)));
    return cut(lines, FACT_LINES);
  }

  private static List<String> cut(List<String> lines, int most) {
    if (lines.size() <= most) {
      return lines;
    }
    List<String> shown = new ArrayList<>(lines.subList(0, most - 1));
    shown.add(INDENT + "... and " + (lines.size() - most + 1) + " more lines");
    return shown;
  }

  /** Breaks a long text at spaces; the second and later lines are set in further. */
  private List<String> wrap(String text, String indent) {
    List<String> lines = new ArrayList<>();
    String rest = indent + OneLine.of(text);
    String hanging = indent + INDENT;
    while (rest.length() > width) {
      int space = rest.lastIndexOf(' ', width);
      int end = space > hanging.length() ? space : width;
      lines.add(rest.substring(0, end));
      rest = hanging + rest.substring(end).strip();
    }
    lines.add(rest);
    return lines;
  }
}
