package io.raftbed.report;

import io.raftbed.trace.Verdict;

/**
 * One run of one test: what reports tell about it.
 *
 * @param test the test's name, such as {@code 3B/backup}
 * @param part the suite it belongs to, such as {@code 3B}
 * @param seed the seed that decided the run
 * @param verdict what it came to
 * @param virtualNanos how long it took in virtual nanoseconds
 * @param wallMillis how long it took in real milliseconds
 * @param counts what it moved
 * @param fingerprint the hash over all its events
 */
public record ResultRow(
    String test,
    String part,
    long seed,
    Verdict verdict,
    long virtualNanos,
    long wallMillis,
    Counts counts,
    long fingerprint) {

  /**
   * What one run moved, or several together.
   *
   * @param rpcs requests sent
   * @param bytes bytes of requests and replies
   * @param commands commands committed
   * @param events events of the simulation, steps of threads among them
   */
  public record Counts(long rpcs, long bytes, long commands, long events) {

    /** Nothing at all. */
    public static final Counts ZERO = new Counts(0, 0, 0, 0);

    /** Returns the sums of both. */
    public Counts plus(Counts other) {
      return new Counts(
          rpcs + other.rpcs, bytes + other.bytes, commands + other.commands, events + other.events);
    }
  }
}
