package io.raftbed.lab.kv;

/**
 * Answers {@link VersionedGetArgs}.
 *
 * @param err OK, NO_KEY or WRONG_LEADER
 * @param value the value, empty unless OK
 * @param version how often the key was put, 0 unless OK
 */
public record VersionedGetReply(Err err, String value, long version) {}
