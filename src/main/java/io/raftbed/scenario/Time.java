package io.raftbed.scenario;

import io.raftbed.scenario.format.Says;
import io.raftbed.scenario.format.Text;
import java.math.BigDecimal;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A span of virtual time, or two that one in between is drawn of.
 *
 * @param minNanos the shortest, in virtual nanoseconds
 * @param maxNanos the longest, in virtual nanoseconds
 */
@Says(Time.MEANING)
public record Time(long minNanos, long maxNanos) implements Text {

  /** What a time is, in words. */
  static final String MEANING =
      "a time such as 200ms or 1.5s, or two to draw one in between, such as 100ms..300ms";

  private static final Pattern SPAN =
      Pattern.compile("([0-9]{1,6}(?:\\.[0-9]{1,6})?)(us|ms|s)", Pattern.CASE_INSENSITIVE);

  private static final long NANOS_PER_MICRO = 1_000;
  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final long NANOS_PER_SECOND = 1_000_000_000;

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Time parse(String text) {
    int dots = text.indexOf("..");
    long min = span(dots < 0 ? text : text.substring(0, dots), text);
    long max = dots < 0 ? min : span(text.substring(dots + 2), text);
    if (max < min) {
      throw new IllegalArgumentException(
          "\"" + text + "\" begins with the longer time; write the shorter one first");
    }
    return new Time(min, max);
  }

  /** Returns a time of so many virtual milliseconds. */
  public static Time millis(long millis) {
    return new Time(millis * NANOS_PER_MILLI, millis * NANOS_PER_MILLI);
  }

  /** Returns whole virtual milliseconds of this range. */
  public long millis(RandomGenerator random) {
    return draw(random) / NANOS_PER_MILLI;
  }

  /**
   * Returns simpler times: the shortest of the range, then the time rounded down to one digit, then
   * half of it.
   */
  public Stream<Time> smaller() {
    if (minNanos < maxNanos) {
      return Stream.of(new Time(minNanos, minNanos), new Time(maxNanos, maxNanos));
    }
    long millis = minNanos / NANOS_PER_MILLI;
    long digit = 1;
    while (millis / digit >= 10) {
      digit *= 10;
    }
    return Stream.of(millis / digit * digit, millis / 2)
        .filter(less -> less < millis && less > 0)
        .map(Time::millis);
  }

  private static long span(String span, String whole) {
    Matcher matcher = SPAN.matcher(span.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "\"" + whole + "\" is no time such as 200ms, 1.5s or 100ms..300ms");
    }
    long unit =
        switch (matcher.group(2)) {
          case "us" -> NANOS_PER_MICRO;
          case "ms" -> NANOS_PER_MILLI;
          default -> NANOS_PER_SECOND;
        };
    return new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(unit)).longValue();
  }

  /** Returns a time of this range. */
  long draw(RandomGenerator random) {
    return minNanos == maxNanos ? minNanos : random.nextLong(minNanos, maxNanos + 1);
  }

  @Override
  public String toString() {
    return minNanos == maxNanos ? show(minNanos) : show(minNanos) + ".." + show(maxNanos);
  }

  private static String show(long nanos) {
    if (nanos >= NANOS_PER_SECOND && nanos % (100 * NANOS_PER_MILLI) == 0) {
      return plain(nanos, NANOS_PER_SECOND) + "s";
    }
    return nanos % NANOS_PER_MILLI == 0
        ? nanos / NANOS_PER_MILLI + "ms"
        : plain(nanos, NANOS_PER_MICRO) + "us";
  }

  private static String plain(long nanos, long unit) {
    return BigDecimal.valueOf(nanos)
        .divide(BigDecimal.valueOf(unit))
        .stripTrailingZeros()
        .toPlainString();
  }
}
