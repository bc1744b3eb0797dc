package io.raftbed.suite;

import io.raftbed.trace.FailureKind;

/** Values that clients append to, part by part. */
final class Appends {

  private static final int TAIL = 60;

  private Appends() {}

  /** Returns what a client appends; no part is within another or within two that follow. */
  static String part(int client, int sequence) {
    return "x " + client + " " + sequence + " y";
  }

  /**
   * Fails unless a client's first parts are all in a value, each once and in the client's order.
   */
  static void check(TestContext context, String value, int client, int count) {
    int last = -1;
    for (int sequence = 0; sequence < count; sequence++) {
      String part = part(client, sequence);
      int at = value.indexOf(part, last + 1);
      if (at < 0) {
        fail(
            context, "what C%d appended is missing or out of order".formatted(client), part, value);
      }
      if (value.lastIndexOf(part) != at) {
        fail(context, "what C%d appended once is there twice".formatted(client), part, value);
      }
      last = at;
    }
  }

  private static void fail(TestContext context, String message, String part, String value) {
    context.check(
        false,
        FailureKind.SAFETY,
        message + ": \"" + part + "\"",
        "the value ends in ..." + tail(value));
  }

  /** Returns the end of a value. */
  static String tail(String value) {
    return value.substring(Math.max(0, value.length() - TAIL));
  }
}
