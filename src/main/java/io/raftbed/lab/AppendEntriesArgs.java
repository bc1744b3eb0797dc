package io.raftbed.lab;

import java.util.List;

/**
 * AppendEntries (Figure 2), sent by the leader to replicate log entries and as heartbeat.
 *
 * @param term the leader's term
 * @param leaderId the id of the leader
 * @param prevLogIndex index of the entry that precedes the new ones
 * @param prevLogTerm term of that entry
 * @param entries the entries to store, none for a heartbeat
 * @param leaderCommit the leader's commitIndex
 */
public record AppendEntriesArgs(
    int term,
    int leaderId,
    int prevLogIndex,
    int prevLogTerm,
    List<LogEntry> entries,
    int leaderCommit)
    implements Request<AppendEntriesReply> {}
