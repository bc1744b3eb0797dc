package io.raftbed.report;

import java.util.Locale;

/** How reports write numbers: the same in every locale. */
final class Numbers {
  private Numbers() {}

  /** Thousands in groups: {@code 12,345}. */
  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** Seconds with three decimals: {@code 4.567 s}. */
  static String virtualTime(long nanos) {
    return String.format(
        Locale.ROOT, "%,d.%03d s", nanos / 1_000_000_000, nanos / 1_000_000 % 1000);
  }

  /** Seconds with nine decimals, so that no two moments look alike. */
  static String moment(long nanos) {
    return String.format(Locale.ROOT, "%d.%09d", nanos / 1_000_000_000, nanos % 1_000_000_000);
  }

  /** Milliseconds below a second: {@code 8 ms}, {@code 1.234 s}. */
  static String wallTime(long millis) {
    return millis < 1000 ? millis + " ms" : virtualTime(millis * 1_000_000);
  }
}
