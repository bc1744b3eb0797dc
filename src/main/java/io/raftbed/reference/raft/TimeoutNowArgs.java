package io.raftbed.reference.raft;

import io.raftbed.lab.Request;

/**
 * Leadership transfer (dissertation, section 3.10): a leader asks its successor to stand for
 * election without waiting for its timeout.
 *
 * @param term the leader's term
 */
record TimeoutNowArgs(int term) implements Request<TimeoutNowReply> {}
