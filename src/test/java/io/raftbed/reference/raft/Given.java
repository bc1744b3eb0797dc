package io.raftbed.reference.raft;

import static io.raftbed.lab.AppendEntriesReply.NONE;

import io.raftbed.lab.AppendEntriesReply;
import io.raftbed.lab.LogEntry;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Servers in a given state, written as the paper's figures draw them: a log is a row of terms. */
final class Given {

  private Given() {}

  /** A follower, server 0 of several, without a vote in its term. */
  static ServerState follower(int servers, int currentTerm, int... logTerms) {
    return follower(servers, currentTerm, new Log(0, 0, entries(logTerms)));
  }

  static ServerState follower(int servers, int currentTerm, Log log) {
    PersistentState persistent =
        new PersistentState(
            currentTerm,
            OptionalInt.empty(),
            log,
            new byte[0],
            new Configurations(ids(servers), log.lastIncludedIndex(), Configurations.FOUNDERS),
            0);
    return new ServerState(0, servers, persistent);
  }

  /** The ids of so many servers. */
  static List<Integer> ids(int servers) {
    return IntStream.range(0, servers).boxed().toList();
  }

  /** Server 0 as the leader of a term. */
  static ServerState leader(int servers, int currentTerm, int... logTerms) {
    return leader(servers, currentTerm, new Log(0, 0, entries(logTerms)));
  }

  static ServerState leader(int servers, int currentTerm, Log log) {
    ServerState state = follower(servers, currentTerm - 1, log);
    state.becomeCandidate();
    state.becomeLeader();
    return state;
  }

  /** Entries of these terms, each with a command of one byte: its place in the list. */
  static List<LogEntry> entries(int... terms) {
    return IntStream.range(0, terms.length)
        .mapToObj(i -> new LogEntry(terms[i], new byte[] {(byte) i}))
        .toList();
  }

  /** The terms of what a log holds after its snapshot. */
  static List<Integer> terms(Log log) {
    return log.entries().stream().map(LogEntry::term).toList();
  }

  static AppendEntriesReply success(int term) {
    return new AppendEntriesReply(term, true, NONE, NONE, NONE);
  }
}
