package io.raftbed.lab;

/**
 * The answer to {@link InstallSnapshotArgs}.
 *
 * @param term the follower's current term, for the leader to update itself
 */
public record InstallSnapshotReply(int term) {}
