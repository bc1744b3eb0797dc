package io.raftbed.report;

import io.raftbed.trace.TraceEvent;
import io.raftbed.trace.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A whole run as a web page: nodes as lanes over virtual time, messages as arrows between them, and
 * the moment of failure in view. One file that loads nothing; it leaves no event out.
 */
public final class TimelinePage {

  private static final PageTemplate PAGE =
      new PageTemplate(
          "page/timeline",
          List.of("../page.css", "timeline.css"),
          List.of(
              "../dom.js",
              "../brush.js",
              "run.js",
              "words.js",
              "filter.js",
              "layout.js",
              "view.js",
              "shapes.js",
              "painter.js",
              "servers.js",
              "arrows.js",
              "marks.js",
              "clients.js",
              "axis.js",
              "overview.js",
              "legend.js",
              "pointer.js",
              "timeline.js",
              "steps.js",
              "details.js",
              "link.js",
              "menus.js",
              "controls.js",
              "main.js"));

  private TimelinePage() {}

  /**
   * A run that has ended.
   *
   * @param test the test's name
   * @param seed its seed
   * @param setting who ran next among the runnable threads, and which server ran, in words
   * @param verdict how it ended
   * @param replay the command that runs it again
   * @param events all that happened, in order
   */
  public record Run(
      String test,
      long seed,
      String setting,
      Verdict verdict,
      String replay,
      List<TraceEvent> events) {}

  /**
   * Writes the page.
   *
   * @throws IOException if {@code out} fails
   */
  public static void write(Appendable out, Run run) throws IOException {
    PAGE.write(
        out,
        Map.of(
            "title", PageTemplate.text("%s, seed %d".formatted(run.test(), run.seed())),
            "verdict", PageTemplate.text(run.verdict().label()),
            "class", PageTemplate.text(run.verdict().passed() ? "good" : "bad"),
            "facts", PageTemplate.text(facts(run)),
            "summary", PageTemplate.text(String.join("\n", words(run.verdict()))),
            "replay", PageTemplate.text(run.replay()),
            "data", data -> TimelineData.write(data, run.events(), run.verdict())));
  }

  private static String facts(Run run) {
    return "%s events in %s of virtual time, %s"
        .formatted(
            Numbers.count(run.events().size()), Numbers.virtualTime(end(run)), run.setting());
  }

  /** A run that fails because nothing happens lasts longer than its events. */
  private static long end(Run run) {
    long last = run.events().isEmpty() ? 0 : run.events().getLast().virtualNanos();
    return run.verdict() instanceof Verdict.Fail fail ? Math.max(last, fail.virtualNanos()) : last;
  }

  private static List<String> words(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Pass() -> List.of("Everything that the test asserted held.");
      case Verdict.NotOffered(String what) -> List.of("Nothing was judged: " + what);
      case Verdict.Fail fail -> {
        List<String> words = new ArrayList<>();
        words.add(fail.kind().label() + ": " + OneLine.of(fail.message()));
        fail.facts().forEach(fact -> words.add("  " + OneLine.of(fact)));
        words.add("at %s s of virtual time".formatted(Numbers.moment(fail.virtualNanos())));
        yield words;
      }
    };
  }
}
