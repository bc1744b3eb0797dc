package io.raftbed.report;

import com.google.common.io.CharStreams;
import io.raftbed.linearizability.History;
import io.raftbed.linearizability.Model;
import io.raftbed.linearizability.Operation;
import io.raftbed.linearizability.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;

/**
 * A checked history as a web page: clients as lanes, operations as bars, the order that was found
 * and where it breaks. One file that loads nothing, so that it can be mailed and kept. What it
 * shows follows Porcupine's page.
 */
public final class HistoryPage {

  private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");
  private static final List<String> SCRIPTS =
      List.of(
          "history",
          "lanes",
          "order",
          "view",
          "paint",
          "marks",
          "panel",
          "picture",
          "controls",
          "main");

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
    String template = resource("page.html");
    Matcher place = PLACE.matcher(template);
    int written = 0;
    while (place.find()) {
      out.append(template, written, place.start());
      written = place.end();
      switch (place.group(1)) {
        case "title" -> out.append(escaped(title));
        case "verdict" -> out.append(verdict.label());
        case "class" -> out.append(styleClass(verdict));
        case "style" -> out.append(resource("page.css"));
        case "script" -> appendScripts(out);
        case "facts" -> out.append(escaped(facts(history)));
        case "summary" -> out.append(escaped(String.join("\n", words(model, verdict))));
        case "data" -> appendData(out, model, history, verdict);
        default -> throw new IllegalStateException("page.html: nothing for " + place.group());
      }
    }
    out.append(template, written, template.length());
  }

  private static void appendScripts(Appendable out) throws IOException {
    for (String script : SCRIPTS) {
      out.append(resource(script + ".js"));
    }
  }

  private static <I, O> void appendData(
      Appendable out, Model<?, I, O> model, History<I, O> history, Verdict<I, O> verdict)
      throws IOException {
    try {
      HistoryData.write(CharStreams.asWriter(out), model, history, verdict);
    } catch (JacksonException e) {
      throw e.getCause() instanceof IOException cause ? cause : new IOException(e);
    }
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

  private static String escaped(String text) {
    return text.codePoints().mapToObj(HistoryPage::escaped).collect(Collectors.joining());
  }

  private static String escaped(int character) {
    return switch (character) {
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '&' -> "&amp;";
      case '"' -> "&quot;";
      case '\0' -> "\uFFFD";
      default -> Character.toString(character);
    };
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = HistoryPage.class.getResourceAsStream("history/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the resource history/" + name + " is not in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
