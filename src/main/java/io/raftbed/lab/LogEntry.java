package io.raftbed.lab;

/**
 * An entry of the replicated log (Figure 2: log[]).
 *
 * @param term the term in which the leader received it
 * @param command the command's bytes
 */
public record LogEntry(int term, byte[] command) {}
