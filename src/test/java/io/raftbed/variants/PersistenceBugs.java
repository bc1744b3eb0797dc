package io.raftbed.variants;

import static io.raftbed.trace.FailureKind.LIVENESS;
import static io.raftbed.trace.FailureKind.SAFETY;

import java.util.List;

/** Bugs in what survives a crash (Figure 2, persistent state). */
final class PersistenceBugs {

  private static final String FILE = "StateEncoding.java";

  private static final String SERVER = "ReferenceRaft.java";

  private PersistenceBugs() {}

  /** Saves the whole state in another way. */
  static Edit saves(String statement) {
    return new Edit(
        SERVER,
        """
            if (persistent.isSnapshotSaved()) {
              persister.saveSuffix(encoding.kept(persistent), encoding.suffix(persistent));
            } else {
              persister.save(encoding.whole(persistent), persistent.snapshot());
            }
        """,
        statement);
  }

  static List<BrokenVariant> all() {
    return List.of(
        BrokenVariant.of("P01", "does not store its vote", SAFETY)
            .foundBy("3C+/voter-restart")
            .needs("a voter that restarts inside a contested term")
            .by(
                new Edit(
                    FILE,
                    "encoded.putInt(state.votedFor().orElse(NOBODY));",
                    "encoded.putInt(NOBODY);")),
        BrokenVariant.of("P02", "asks for votes before it stores its own", SAFETY)
            .foundBy("3C+/candidate-restart")
            .needs("a candidate that restarts before the first answer, and a rival in its term")
            .by(
                new Edit(
                    SERVER,
                    "      election.begin();\n      persist();",
                    "      election.begin();")),
        BrokenVariant.of("P03", "does not store its term", SAFETY)
            .foundBy("3C+/voter-restart")
            .needs("servers that restart and elect in an old term again")
            .by(new Edit(FILE, "encoded.putInt(state.currentTerm());", "encoded.putInt(0);")),
        BrokenVariant.of("P05", "answers before new entries are stored", SAFETY)
            .foundBy("3C+/follower-restart")
            .needs("a crash of servers that hold committed entries in memory only")
            .by(
                new Edit(
                    "PersistentState.java",
                    "configurations.appended(log.lastIndex(), entry);\n"
                        + "    changedFrom(log.lastIndex());",
                    "configurations.appended(log.lastIndex(), entry);")),
        BrokenVariant.of("P05a", "answers while its saves are still queued", SAFETY)
            .foundBy("3C+/crash-at-disk-operation")
            .needs("a crash between an answer and the end of the save before it")
            .by(saves("persister.saveAsync(encoding.whole(persistent), persistent.snapshot());")),
        BrokenVariant.of("V09", "sends heartbeats while its disk stalls", LIVENESS)
            .foundBy("3C+/disk-stalls")
            .needs("a leader whose disk answers nothing for several election timeouts")
            .by(
                new Edit(
                    "ReferenceRaft.java",
                    "raft.threads.start(\"ticker\", raft::tick);",
                    "raft.threads.start(\"ticker\", raft::tick); raft.threads.start(\"heart\","
                        + " raft::beat);"),
                new Edit(
                    "ReferenceRaft.java",
                    "  /** §5.2: starts an election when",
                    """
                      private void beat() throws InterruptedException {
                        while (true) {
                          Thread.sleep(50);
                          if (state.isLeader()) {
                            AppendEntriesArgs beat =
                                new AppendEntriesArgs(
                                    state.currentTerm(), state.me(), 0, 0, List.of(), 0);
                            links.forEach(
                                link -> threads.start("beat", () -> link.peer().call(beat)));
                          }
                        }
                      }

                      /** §5.2: starts an election when\
                    """)),
        BrokenVariant.of("P08", "counts its own entries as leader before it stores them", SAFETY)
            .foundBy("3C+/follower-restart")
            .needs("a leader that restarts right after a commit")
            .by(
                new Edit(
                    "Leadership.java",
                    "state.persistent().append(new LogEntry(state.currentTerm(), command));",
                    "state.persistent().appendUnsaved(new LogEntry(state.currentTerm(),"
                        + " command));"),
                new Edit(
                    "PersistentState.java",
                    "  /** §5.3: adds an entry at the end of the log. */",
                    """
                      void appendUnsaved(LogEntry entry) {
                        log.append(entry);
                      }
                    """)),
        BrokenVariant.of("P18", "takes its whole log for committed after a restart", SAFETY)
            .foundBy("3C+/crash-at-save")
            .needs("a restart with entries that are not committed")
            .by(
                new Edit(
                    "ServerState.java",
                    "this.commitIndex = log().lastIncludedIndex();",
                    "this.commitIndex = log().lastIndex();")),
        BrokenVariant.of("P21", "stores a term only together with a vote or an entry", SAFETY)
            .foundBy("3C+/term-restart")
            .needs("a restart right after a later term was learnt")
            .by(
                new Edit(
                    "PersistentState.java",
                    "votedFor = OptionalInt.empty();\n    saved = false;",
                    "votedFor = OptionalInt.empty();")));
  }
}
