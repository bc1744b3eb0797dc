package io.raftbed.cli;

import io.raftbed.report.Paint;
import java.io.PrintWriter;
import java.util.List;

/**
 * Where a run shows itself: lines that stay and, on a real terminal, one status line below them
 * that is written over again and again. May be used by several threads.
 */
final class Terminal {

  private static final long STATUS_INTERVAL_NANOS = 100_000_000;
  private static final String ERASE_LINE = "\r\u001b[K";

  private final PrintWriter out;
  private final boolean live;
  private final Paint paint;
  private final int width;
  private final int cut;
  private long statusShownAt;
  private boolean statusShown;

  /**
   * Makes one.
   *
   * @param live whether {@code out} is a terminal on which a line can be written over
   * @param width how many characters a line has
   * @param cut how many characters of a text are shown that is one line; {@code width} or more
   */
  Terminal(PrintWriter out, boolean live, Paint paint, int width, int cut) {
    this.out = out;
    this.live = live;
    this.paint = paint;
    this.width = width;
    this.cut = cut;
    statusShownAt = System.nanoTime() - STATUS_INTERVAL_NANOS;
  }

  boolean live() {
    return live;
  }

  Paint paint() {
    return paint;
  }

  int width() {
    return width;
  }

  int cut() {
    return cut;
  }

  synchronized void lines(List<String> lines) {
    eraseStatus();
    lines.forEach(out::println);
    out.flush();
  }

  void line(String line) {
    lines(List.of(line));
  }

  /** Shows a new status line, unless the last one is too fresh to have been read. */
  synchronized void status(String text) {
    if (!live || System.nanoTime() - statusShownAt < STATUS_INTERVAL_NANOS) {
      return;
    }
    statusShownAt = System.nanoTime();
    statusShown = true;
    out.print(ERASE_LINE + text.substring(0, Math.min(text.length(), width - 1)));
    out.flush();
  }

  private void eraseStatus() {
    if (statusShown) {
      out.print(ERASE_LINE);
      statusShown = false;
    }
  }
}
