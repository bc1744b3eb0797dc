package io.raftbed.report;

/** Long texts made short, so that a page of values that only grow stays small. */
final class Abridged {

  /** How many characters are kept at the beginning and at the end, each. */
  private static final int KEPT = 240;

  private Abridged() {}

  /** Returns a text of at most about 500 characters: its beginning, what was left out, its end. */
  static String of(String text) {
    int out = text.length() - 2 * KEPT;
    return out < KEPT
        ? text
        : "%s … %d characters … %s"
            .formatted(text.substring(0, KEPT), out, text.substring(text.length() - KEPT));
  }
}
