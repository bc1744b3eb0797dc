package io.raftbed.linearizability.format;

import java.util.Iterator;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The logs of calls and returns of the artifact of "Proving Linearizability Using Partial Orders"
 * and its kin: {@code [3] call push(1)}, {@code [3] return}; a comment names the object. Each
 * operation has a number and no client, so each counts as a process of its own.
 */
final class PoplLog {

  private static final Pattern OBJECT = Pattern.compile("#\\s*@object\\s+(\\w+)\\s*");
  private static final Pattern CALL =
      Pattern.compile("\\[(\\d{1,9})]\\s+call\\s+(\\w+)(?:\\((.*?)\\))?");
  private static final Pattern RETURN = Pattern.compile("\\[(\\d{1,9})]\\s+return(?:\\s+(.*))?");

  private PoplLog() {}

  /** Returns the object that a log names, or empty text. */
  static String object(Source source) {
    Matcher matcher = OBJECT.matcher(source.text());
    return matcher.find() ? matcher.group(1) : "";
  }

  static void events(Source source, Consumer<ProcessEvent> sink) {
    int line = 0;
    for (Iterator<String> lines = source.text().lines().iterator(); lines.hasNext(); ) {
      String text = lines.next().strip();
      line++;
      if (!text.isEmpty() && !text.startsWith("#")) {
        sink.accept(event(source, line, text));
      }
    }
  }

  private static ProcessEvent event(Source source, int line, String text) {
    Matcher call = CALL.matcher(text);
    if (call.matches()) {
      return event(line, call.group(1), ProcessEvent.Type.INVOKE, call.group(2), call.group(3));
    }
    Matcher end = RETURN.matcher(text);
    if (end.matches()) {
      return event(line, end.group(1), ProcessEvent.Type.OK, "return", end.group(2));
    }
    throw source.error(line, "expected '[number] call name(value)' or '[number] return value'");
  }

  private static ProcessEvent event(
      int line, String process, ProcessEvent.Type type, String f, String value) {
    return new ProcessEvent(
        line, Integer.parseInt(process), type, f, value == null ? Nil.NIL : value);
  }
}
