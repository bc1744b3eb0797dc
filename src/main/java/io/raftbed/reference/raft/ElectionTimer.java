package io.raftbed.reference.raft;

import java.util.concurrent.ThreadLocalRandom;

/** §5.2: the election timeout, "chosen randomly" anew each time so that split votes are rare. */
final class ElectionTimer {

  private final long minNanos;
  private final long maxNanos;
  private long deadline;

  ElectionTimer(RaftConfig config) {
    minNanos = config.electionTimeoutMin().toNanos();
    maxNanos = config.electionTimeoutMax().toNanos();
    reset();
  }

  void reset() {
    deadline = System.nanoTime() + ThreadLocalRandom.current().nextLong(minNanos, maxNanos);
  }

  /** Returns how many nanoseconds are left, 0 or less when the timeout has elapsed. */
  long remaining() {
    return deadline - System.nanoTime();
  }
}
