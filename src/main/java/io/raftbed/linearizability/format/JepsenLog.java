package io.raftbed.linearizability.format;

import java.util.Iterator;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The log of a Jepsen test: lines of process, type, operation and value with tabs or spaces
 * between. Other lines of the log are passed over.
 */
final class JepsenLog {

  private static final Pattern LINE =
      Pattern.compile("INFO\\s+jepsen\\.util - (\\d{1,9})\\s+:(\\w+)\\s+:(\\w+)\\s+(.*)");

  private static final Pattern EVENT = Pattern.compile("INFO\\s+jepsen\\.util - \\d");

  private JepsenLog() {}

  static void events(Source source, Consumer<ProcessEvent> sink) {
    int line = 0;
    for (Iterator<String> lines = source.text().lines().iterator(); lines.hasNext(); ) {
      String text = lines.next();
      line++;
      Matcher matcher = LINE.matcher(text);
      if (matcher.matches()) {
        sink.accept(event(source, line, matcher));
      } else if (EVENT.matcher(text).lookingAt()) {
        throw source.error(line, "expected process, :type, :operation and value");
      }
    }
  }

  private static ProcessEvent event(Source source, int line, Matcher matcher) {
    Object value = new EdnReader(source, matcher.group(4), line).read();
    return new ProcessEvent(
        line,
        Integer.parseInt(matcher.group(1)),
        type(source, line, matcher.group(2)),
        matcher.group(3),
        value);
  }

  static ProcessEvent.Type type(Source source, int line, String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "invoke" -> ProcessEvent.Type.INVOKE;
      case "ok" -> ProcessEvent.Type.OK;
      case "fail" -> ProcessEvent.Type.FAIL;
      case "info" -> ProcessEvent.Type.INFO;
      default ->
          throw source.error(
              line, "expected the type invoke, ok, fail or info, found '" + word + "'");
    };
  }
}
