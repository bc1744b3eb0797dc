package io.raftbed.cli;

import java.util.Optional;

/** How many simulations Java's heap has room for. */
final class Heap {

  /** What one run may need; the largest, twenty clients with long values, stays below. */
  private static final int NEEDED_MEGABYTES = 120;

  /** What -Xmx is to name for each run: Java counts a little less of it as usable. */
  private static final int ASKED_MEGABYTES = 128;

  private Heap() {}

  /** Returns how many runs go on at a time when nobody says: one a core, if there is room. */
  static int defaultJobs() {
    int room = (int) Math.min(Integer.MAX_VALUE, megabytes() / NEEDED_MEGABYTES);
    return Math.clamp(room, 1, Runtime.getRuntime().availableProcessors());
  }

  /** Says what to do when there is no room for so many runs at a time. */
  static Optional<String> shortfall(int jobs) {
    return jobs == 1 || (long) jobs * NEEDED_MEGABYTES <= megabytes()
        ? Optional.empty()
        : Optional.of(
            "--jobs %d needs more than the heap of %d MB; give Java more: RAFTBED_JAVA_OPTS=-Xmx%dm"
                .formatted(jobs, megabytes(), (long) jobs * ASKED_MEGABYTES));
  }

  private static long megabytes() {
    return Runtime.getRuntime().maxMemory() >> 20;
  }
}
