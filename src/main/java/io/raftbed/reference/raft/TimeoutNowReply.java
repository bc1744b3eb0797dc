package io.raftbed.reference.raft;

/**
 * The answer to {@link TimeoutNowArgs}.
 *
 * @param term the receiver's current term
 */
record TimeoutNowReply(int term) {}
