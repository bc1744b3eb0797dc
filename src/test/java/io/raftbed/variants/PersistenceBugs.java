package io.raftbed.variants;

import static io.raftbed.trace.FailureKind.SAFETY;

import java.util.List;

/** Bugs in what survives a crash (Figure 2, persistent state). */
final class PersistenceBugs {

  private static final String FILE = "StateEncoding.java";

  private PersistenceBugs() {}

  static List<BrokenVariant> all() {
    return List.of(
        BrokenVariant.of("P01", "does not store its vote", SAFETY)
            .foundBy("3C+/voter-restart")
            .needs("a voter that restarts inside a contested term")
            .inGo("0 of 5 suite runs, 0 of 49 runs of the fitting tests")
            .by(
                new Edit(
                    FILE,
                    "encoded.putInt(state.votedFor().orElse(NOBODY));",
                    "encoded.putInt(NOBODY);")),
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
                    "log.append(entry);\n    changedFrom(log.lastIndex());",
                    "log.append(entry);")));
  }
}
