package io.raftbed.sim.samples;

/** Measures in the program's own time. */
final class Stopwatch {
  /** Something that waits. */
  @FunctionalInterface
  interface Body {
    void run() throws Exception;
  }

  private Stopwatch() {}

  /** Returns how many whole milliseconds something took. */
  static long millis(Body body) throws Exception {
    long start = System.nanoTime();
    body.run();
    return (System.nanoTime() - start) / 1_000_000;
  }
}
