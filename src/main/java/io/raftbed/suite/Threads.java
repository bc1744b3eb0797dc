package io.raftbed.suite;

import java.util.List;

/** Threads of a test. */
final class Threads {
  private Threads() {}

  /** Waits, in virtual time, until all have ended. */
  static void join(List<Thread> threads) {
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("nothing interrupts the threads of a test", e);
    }
  }
}
