package io.raftbed.lab.kv;

/**
 * Answers {@link VersionedPutArgs}.
 *
 * @param err OK, VERSION_MISMATCH, NO_KEY (no such key, and a version above 0) or WRONG_LEADER
 */
public record VersionedPutReply(Err err) {}
