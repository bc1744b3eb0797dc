package io.raftbed.report;

/** Makes text of unknown origin safe to print: no line breaks and no terminal escapes. */
final class OneLine {
  private OneLine() {}

  /** Replaces each run of white space and control characters by one space. */
  static String of(String text) {
    return text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
  }
}
