package io.raftbed.reference.raft;

import java.util.concurrent.ThreadLocalRandom;

/** §5.2: the election timeout, "chosen randomly" anew each time so that split votes are rare. */
final class ElectionTimer {

  private final long minNanos;
  private final long maxNanos;
  private long deadline;
  private long leaderHeardAt;

  ElectionTimer(RaftConfig config) {
    minNanos = config.electionTimeoutMin().toNanos();
    maxNanos = config.electionTimeoutMax().toNanos();
    long now = System.nanoTime();
    leaderHeardAt = now - minNanos;
    reset(now);
  }

  void reset() {
    reset(System.nanoTime());
  }

  private void reset(long now) {
    deadline = now + ThreadLocalRandom.current().nextLong(minNanos, maxNanos);
  }

  /** Lets the timeout elapse now. */
  void elapse() {
    deadline -= maxNanos;
  }

  /** Begins a new timeout, as a leader has spoken. */
  void leaderHeard() {
    leaderHeardAt = System.nanoTime();
    reset(leaderHeardAt);
  }

  /** §6: whether a leader has spoken within the shortest timeout. */
  boolean isLeaderHeard() {
    return System.nanoTime() - leaderHeardAt < minNanos;
  }

  /** Returns how many nanoseconds are left, 0 or less when the timeout has elapsed. */
  long remaining() {
    return deadline - System.nanoTime();
  }
}
