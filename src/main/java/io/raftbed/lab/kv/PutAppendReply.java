package io.raftbed.lab.kv;

/**
 * Answers {@link PutAppendArgs}.
 *
 * @param err OK or WRONG_LEADER
 */
public record PutAppendReply(Err err) {}
