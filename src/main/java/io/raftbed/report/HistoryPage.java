package io.raftbed.report;

import io.raftbed.linearizability.History;
import io.raftbed.linearizability.Model;
import io.raftbed.linearizability.Operation;
import io.raftbed.linearizability.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * A checked history as a web page: clients as lanes, operations as bars, the order that was found
 * and where it breaks. One file that loads nothing, so that it can be mailed and kept. What it
 * shows follows Porcupine's page.
 */
public final class HistoryPage {

  private static final PageTemplate PAGE =
      new PageTemplate(
          "page/history",
          List.of("../page.css", "history.css"),
          List.of(
              "../dom.js",
              "../brush.js",
              "history.js",
              "lanes.js",
              "order.js",
              "view.js",
              "paint.js",
              "marks.js",
              "panel.js",
              "picture.js",
              "controls.js",
              "main.js"));

  private HistoryPage() {}

  /**
   * Writes the page.
   *
   * @param title what was checked, such as a file's name
   * @param model the model it was checked against, for words and states
   * @param history all of it, failed operations and annotations too
   * @param verdict what the check of this history found
   * @throws IOException if {@code out} fails
   */
  public static <I, O> void write(
      Appendable out,
      String title,
      Model<?, I, O> model,
      History<I, O> history,
      Verdict<I, O> verdict)
      throws IOException {
    PAGE.write(
        out,
        Map.of(
            "title", PageTemplate.text(title),
            "verdict", PageTemplate.text(verdict.label()),
            "class", PageTemplate.text(styleClass(verdict)),
            "facts", PageTemplate.text(facts(history)),
            "summary", PageTemplate.text(String.join("\n", words(model, verdict))),
            "data", data -> HistoryData.write(data, model, history, verdict)));
  }

  private static String styleClass(Verdict<?, ?> verdict) {
    return switch (verdict) {
      case Verdict.Linearizable<?, ?> _ -> "good";
      case Verdict.NotLinearizable<?, ?> _ -> "bad";
      case Verdict.Undecided<?, ?> _ -> "open";
    };
  }

  private static String facts(History<?, ?> history) {
    long ok = history.operations().stream().filter(Operation::isOk).count();
    long unknown = history.operations().stream().filter(Operation::isUnknown).count();
    long all = history.operations().size();
    return "%s by %s: %d ok, %d failed, %d unknown"
        .formatted(
            counted(all, "operation"),
            counted(history.clients(), "client"),
            ok,
            all - ok - unknown,
            unknown);
  }

  private static String counted(long count, String noun) {
    return count == 1 ? "1 " + noun : count + " " + noun + "s";
  }

  private static <I, O> List<String> words(Model<?, I, O> model, Verdict<I, O> verdict) {
    return switch (verdict) {
      case Verdict.NotLinearizable<I, O>(var evidence) ->
          evidence.words(model).stream().map(Abridged::of).toList();
      case Verdict.Undecided<I, O>(var limit) ->
          List.of(
              "unknown: the budget ran out (%s) before it was decided".formatted(limit.label()));
      case Verdict.Linearizable<I, O>(var order) ->
          List.of(
              order
                  .map(placed ->
                      "linearizable: there is a legal order of the %s that took effect"
                          .formatted(counted(placed.size(), "operation")))
                  .orElse("linearizable: decided by a procedure that makes no order"));
    };
  }
}
