package io.raftbed.lab;

/**
 * A leader's answer to {@link Raft#start}.
 *
 * @param index the log index at which the command will stand if it is ever committed, from 1
 * @param term the leader's current term
 */
public record Started(int index, int term) {}
