package io.raftbed.report;

import java.util.List;

/** Checked histories as text: a line each, and what words there are about it below. */
public final class CheckText {

  private final Paint paint;
  private final int width;

  /**
   * Makes one.
   *
   * @param paint colours or not
   * @param width how many characters a line of words may have
   */
  public CheckText(Paint paint, int width) {
    this.paint = paint;
    this.width = width;
  }

  /** Returns the line about a history. */
  public String line(CheckRow row) {
    return "%s  %s: %s, %s, %s, %s, %s in %s, %s"
        .formatted(
            verdict(row.verdict()),
            OneLine.of(row.file()),
            row.model(),
            count(row.operations(), "operation"),
            count(row.clients(), "client"),
            count(row.partitions(), "partition"),
            row.procedure(),
            count(row.steps(), "step"),
            Numbers.wallTime(row.millis()));
  }

  private String verdict(String verdict) {
    String padded = "%-16s".formatted(verdict);
    return verdict.equals("linearizable") ? paint.good(padded) : paint.bad(padded);
  }

  /** Returns words about a history, set below its line and cut to the width. */
  public List<String> words(List<String> words) {
    return words.stream().map(this::word).toList();
  }

  private String word(String line) {
    String indent = " ".repeat(line.length() - line.stripLeading().length() + 4);
    String text = OneLine.of(line);
    int room = Math.max(20, width - indent.length());
    return text.isEmpty()
        ? ""
        : indent + (text.length() <= room ? text : text.substring(0, room - 3) + "...");
  }

  /** Returns how many there are of what, in words. */
  public static String count(long number, String noun) {
    return Numbers.count(number) + " " + noun + (number == 1 ? "" : "s");
  }

  /** Returns a time in words. */
  public static String time(long millis) {
    return Numbers.wallTime(millis);
  }
}
