package io.raftbed.reference.kv;

import java.util.concurrent.TimeUnit;

/** A stopwatch for tests that run within a simulation. */
final class VirtualTime {

  /** What is timed. */
  @FunctionalInterface
  interface Call {
    void run() throws Exception;
  }

  private VirtualTime() {}

  /** Returns what a call took, in whole virtual milliseconds. */
  static long millis(Call call) throws Exception {
    long start = System.nanoTime();
    call.run();
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }
}
