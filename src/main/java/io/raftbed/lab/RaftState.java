package io.raftbed.lab;

/**
 * A server's view of itself.
 *
 * @param term its current term (Figure 2: currentTerm), from 0
 * @param isLeader whether it believes it leads that term
 */
public record RaftState(int term, boolean isLeader) {}
