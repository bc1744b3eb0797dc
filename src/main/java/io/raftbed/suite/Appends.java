package io.raftbed.suite;

import io.raftbed.trace.FailureKind;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values that clients append to, part by part. */
final class Appends {

  private static final int TAIL = 60;

  /** What {@link #part} returns, with its numbers as groups. */
  private static final Pattern PART =
      Pattern.compile("x (0|[1-9][0-9]{0,8}) (0|[1-9][0-9]{0,8}) y");

  private Appends() {}

  /** Returns what a client appends; no part is within another or within two that follow. */
  static String part(int client, int sequence) {
    return "x " + client + " " + sequence + " y";
  }

  /**
   * Fails unless a client's first parts are all in a value, each once and in the client's order.
   */
  static void check(TestContext context, String value, int client, int count) {
    flaw(value, client, count)
        .ifPresent(flaw ->
            context.check(false, FailureKind.SAFETY, flaw, "the value ends in ..." + tail(value)));
  }

  /**
   * Returns what is wrong with a client's first parts in a value; empty when nothing is. Values are
   * long: it reads one once.
   */
  static Optional<String> flaw(String value, int client, int count) {
    int next = 0;
    Matcher parts = PART.matcher(value);
    while (parts.find()) {
      int sequence = number(value, parts, 2);
      if (number(value, parts, 1) != client || sequence >= count) {
        continue;
      }
      if (sequence < next) {
        return Optional.of(
            "what C%d appended once is there twice: \"%s\"".formatted(client, parts.group()));
      }
      if (sequence > next) {
        break;
      }
      next++;
    }
    return next == count
        ? Optional.empty()
        : Optional.of(
            "what C%d appended is missing or out of order: \"%s\""
                .formatted(client, part(client, next)));
  }

  private static int number(String value, Matcher parts, int group) {
    return Integer.parseInt(value, parts.start(group), parts.end(group), 10);
  }

  /** Returns the end of a value. */
  static String tail(String value) {
    return value.substring(Math.max(0, value.length() - TAIL));
  }
}
