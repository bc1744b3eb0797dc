package io.raftbed.variants;

import static io.raftbed.trace.FailureKind.EXCEPTION;
import static io.raftbed.trace.FailureKind.LIMIT;
import static io.raftbed.trace.FailureKind.LINEARIZABILITY;
import static io.raftbed.trace.FailureKind.LIVENESS;
import static io.raftbed.trace.FailureKind.SAFETY;
import static io.raftbed.variants.KvHabits.RSM;

import java.util.List;

/** Bugs in what is applied, and in snapshots of services. */
final class KvSnapshotBugs {

  private static final String STATE = "AppliedState.java";
  private static final String SAVES = "putInt(lastApplied)";

  private KvSnapshotBugs() {}

  static List<BrokenVariant> all() {
    return List.of(
        BrokenVariant.of(
                "P11", "says in its snapshot that one command less is applied", SAFETY, EXCEPTION)
            .foundBy("rsm/snapshot")
            .needs("a restart after a snapshot")
            .by(new Edit(STATE, SAVES, "putInt(lastApplied - 1)")),
        BrokenVariant.of(
                "P18",
                "says in its snapshot that one command more is applied",
                SAFETY,
                LIVENESS,
                EXCEPTION)
            .foundBy("rsm/snapshot")
            .needs("a restart after a snapshot")
            .by(new Edit(STATE, SAVES, "putInt(lastApplied + 1)")),
        BrokenVariant.of("P11a", "leaves lastApplied as it is at a restore", EXCEPTION, SAFETY)
            .foundBy("rsm/snapshot")
            .needs("a restart after a snapshot")
            .by(new Edit(STATE, "machineState);\n    lastApplied = index;", "machineState);")),
        BrokenVariant.of("P19", "does not read its snapshot after a restart", EXCEPTION, SAFETY)
            .foundBy("rsm/snapshot")
            .needs("a restart after a snapshot")
            .by(new Edit(RSM, "saved.length > 0", "saved.length < 0")),
        BrokenVariant.of("S05", "does not install a leader's snapshot", EXCEPTION, SAFETY)
            .foundBy("4B/install-snapshot")
            .needs("a server that lags")
            .by(Edit.without(RSM, "state.restore(msg.snapshot());")),
        BrokenVariant.of(
                "S05a",
                "takes a leader's snapshot for installed, not its state",
                SAFETY,
                LINEARIZABILITY)
            .foundBy("4B/install-snapshot")
            .needs("a server that lags")
            .by(Edit.without(STATE, "machine.restore(machineState);")),
        BrokenVariant.of(
                "S09", "takes the state before a command, the index after it", EXCEPTION, SAFETY)
            .foundBy("rsm/snapshot")
            .needs("a restart after a snapshot")
            .by(
                new Edit(
                    RSM,
                    "byte[] reply = state.apply(",
                    "byte[] before = state.snapshot();\n    byte[] reply = state.apply("),
                new Edit(
                    RSM, "state.lastApplied(), state.snapshot()", "state.lastApplied(), before")),
        BrokenVariant.of("S10", "never takes a snapshot", LIMIT)
            .foundBy("rsm/snapshot")
            .by(new Edit("SnapshotRule.java", "appliedBytes >= near", "appliedBytes < 0")),
        BrokenVariant.of("S13", "takes snapshots where none are asked for", LIMIT)
            .foundBy("4A/basic")
            .by(new Edit("SnapshotRule.java", "never ? Long.MAX_VALUE : ", "never ? 1000L : ")),
        BrokenVariant.of("K15", "applies only while it leads", SAFETY, LINEARIZABILITY, LIVENESS)
            .foundBy("rsm/basic")
            .by(
                new Edit(
                    RSM,
                    "byte[] reply = state.apply(",
                    "byte[] reply = state.applyOrSkip(raft.state().isLeader(), "),
                new Edit(
                    STATE,
                    "  /** §7: returns the state",
                    """
                      byte[] applyOrSkip(boolean leads, int index, byte[] command) {
                        if (leads) {
                          return apply(index, command);
                        }
                        lastApplied = index;
                        return new byte[0];
                      }

                      /** §7: returns the state\
                    """)));
  }
}
