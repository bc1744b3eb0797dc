package io.raftbed.lab;

/**
 * The answer to {@link RequestVoteArgs}.
 *
 * @param term the voter's current term, for the candidate to update itself
 * @param voteGranted true when the candidate received the vote
 */
public record RequestVoteReply(int term, boolean voteGranted) {}
