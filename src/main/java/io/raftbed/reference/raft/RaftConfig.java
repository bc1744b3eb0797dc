package io.raftbed.reference.raft;

import java.time.Duration;

/**
 * The timing of a {@link ReferenceRaft} (§5.6: broadcast time ≪ election timeout ≪ time between
 * failures) and the size of its messages.
 *
 * @param electionTimeoutMin the shortest election timeout, longer than the heartbeat interval
 * @param electionTimeoutMax no election timeout is as long as this; longer than the minimum
 * @param heartbeatInterval how long a leader stays silent towards a follower, and how long it waits
 *     for an answer before it sends again; positive
 * @param maxEntries how many log entries one AppendEntries carries at most, at least 1
 */
public record RaftConfig(
    Duration electionTimeoutMin,
    Duration electionTimeoutMax,
    Duration heartbeatInterval,
    int maxEntries) {

  /**
   * Fits the labs: under ten heartbeats a second, an election lost to a rival or to the network is
   * tried again several times within five seconds, and a follower stands up only when it has missed
   * two heartbeats at least.
   */
  public static final RaftConfig DEFAULT =
      new RaftConfig(Duration.ofMillis(300), Duration.ofMillis(600), Duration.ofMillis(110), 1_000);

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a value is outside its range
   */
  public RaftConfig {
    require(heartbeatInterval.isPositive(), "the heartbeat interval must be positive");
    require(
        electionTimeoutMin.compareTo(heartbeatInterval) > 0,
        "the election timeout must be longer than the heartbeat interval");
    require(
        electionTimeoutMax.compareTo(electionTimeoutMin) > 0,
        "the longest election timeout must be longer than the shortest");
    require(maxEntries >= 1, "a message must carry at least one entry");
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
