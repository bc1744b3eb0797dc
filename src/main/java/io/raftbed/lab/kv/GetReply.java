package io.raftbed.lab.kv;

/**
 * Answers {@link GetArgs}.
 *
 * @param err OK, NO_KEY or WRONG_LEADER
 * @param value the value, empty unless OK
 */
public record GetReply(Err err, String value) {}
