package io.raftbed.cli;

import io.raftbed.report.ResultRow;
import java.util.Locale;

/** What a hunt has come to so far: a live line on a terminal, a line now and then elsewhere. */
final class HuntProgress {

  private static final double NANOS_PER_HOUR = 3_600e9;
  private static final long LINE_EVERY_NANOS = 30_000_000_000L;

  private final Terminal terminal;
  private final Behaviours behaviours;
  private final Findings findings;
  private long lineShownAt = System.nanoTime();
  private long seeds;
  private long events;
  private double virtualHours;

  HuntProgress(Terminal terminal, Behaviours behaviours, Findings findings) {
    this.terminal = terminal;
    this.behaviours = behaviours;
    this.findings = findings;
  }

  void add(ResultRow row) {
    seeds++;
    events += row.counts().events();
    virtualHours += row.virtualNanos() / NANOS_PER_HOUR;
    terminal.status(words());
    if (!terminal.live() && System.nanoTime() - lineShownAt > LINE_EVERY_NANOS) {
      lineShownAt = System.nanoTime();
      terminal.line(words());
    }
  }

  void end(boolean interrupted) {
    terminal.line((interrupted ? "interrupted: " : "") + words());
  }

  private String words() {
    return String.format(
        Locale.ROOT,
        "%,d seeds, %,d events, %.1f virtual hours, %,d behaviours seen, %d failing seeds, %s",
        seeds,
        events,
        virtualHours,
        behaviours.seen(),
        findings.failures(),
        findings.distinct() == 1
            ? "1 distinct failure"
            : findings.distinct() + " distinct failures");
  }
}
