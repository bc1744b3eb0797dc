package io.raftbed.variants;

import static io.raftbed.trace.FailureKind.EXCEPTION;
import static io.raftbed.trace.FailureKind.LIMIT;
import static io.raftbed.trace.FailureKind.LIVENESS;
import static io.raftbed.trace.FailureKind.SAFETY;

import java.util.List;

/** Bugs in log compaction (§7). */
final class SnapshotBugs {

  private static final String FILE = "Snapshots.java";
  private static final String IS_NEWS = "if (args.lastIncludedIndex() > state.commitIndex()) {";
  private static final String SAVE =
      "persister.save(encoding.whole(persistent), persistent.snapshot());";

  private SnapshotBugs() {}

  static List<BrokenVariant> all() {
    return List.of(
        BrokenVariant.of("S01", "stores state and snapshot one after the other", SAFETY)
            .foundBy("3D+/crash-at-save")
            .needs("a crash between the two writes")
            .by(
                new Edit(
                    "ReferenceRaft.java",
                    SAVE,
                    """
                    byte[] encoded = encoding.whole(persistent);
                    persister.save(encoded, persister.snapshot());
                    persister.save(encoded, persistent.snapshot());\
                    """)),
        BrokenVariant.of("S02", "stores where its log begins one too low", SAFETY, EXCEPTION)
            .foundBy("3D+/boundary")
            .needs("a restart after a snapshot")
            .by(
                new Edit(
                    "StateEncoding.java",
                    "encoded.putInt(state.log().lastIncludedIndex());",
                    "encoded.putInt(Math.max(0, state.log().lastIncludedIndex() - 1));")),
        BrokenVariant.of("S03", "forgets the term of a snapshot's last entry", SAFETY, LIVENESS)
            .foundBy("3D+/boundary")
            .needs("an election after a snapshot of the whole log")
            .by(new Edit("Log.java", "    lastIncludedTerm = term;\n  }", "  }")),
        BrokenVariant.of("S04", "drops its whole log for any snapshot of a leader", SAFETY)
            .foundBy("3D+/repeated")
            .needs("a late InstallSnapshot, then the loss of the leader")
            .by(
                new Edit(
                    FILE,
                    IS_NEWS,
                    IS_NEWS
                        + """

                        if (state.log().lastIndex() > state.log().lastIncludedIndex()) {
                          state.persistent().truncateFrom(state.log().lastIncludedIndex() + 1);
                        }\
                        """)),
        BrokenVariant.of("S06", "installs any snapshot, however old", SAFETY)
            .foundBy("3D+/held-snapshots")
            .needs("an InstallSnapshot that arrives late or twice")
            .by(
                new Edit(FILE, IS_NEWS, "if (args.lastIncludedIndex() > 0) {"),
                new Edit(
                    FILE,
                    "state.commitTo(args.lastIncludedIndex());",
                    "state.restartAt(args.lastIncludedIndex());"),
                new Edit(
                    "ServerState.java",
                    "  void appliedTo(int index) {",
                    """
                    void restartAt(int index) {
                      commitIndex = index;
                      lastApplied = index - 1;
                    }

                    void appliedTo(int index) {\
                    """),
                new Edit("Log.java", "if (index <= lastIncludedIndex) {", "if (index < 0) {"),
                new Edit(
                    "Log.java",
                    "kept = matches(index, term)",
                    "kept = index >= lastIncludedIndex && matches(index, term)")),
        BrokenVariant.of("S07", "does not count a snapshot as applied", EXCEPTION, SAFETY, LIVENESS)
            .foundBy("3D+/boundary")
            .by(Edit.without("Delivery.java", "state.appliedTo(log.lastIncludedIndex());")),
        BrokenVariant.of("S08", "hands a leader's snapshot up beside the applier", SAFETY)
            .foundBy("3D+/slow-service")
            .needs("a snapshot that comes while a batch of older entries is handed up")
            .by(
                new Edit(
                    "ReferenceRaft.java",
                    "return answerLeader(\n"
                        + "        args.term(), args.lastIncludedIndex(), () ->"
                        + " snapshots.installSnapshot(args));",
                    """
                    return answerLeader(args.term(), args.lastIncludedIndex(), () -> {
                      InstallSnapshotReply reply = snapshots.installSnapshot(args);
                      if (state.lastApplied() < state.log().lastIncludedIndex()) {
                        int index = state.log().lastIncludedIndex();
                        state.appliedTo(index);
                        ApplyMsg.Snapshot msg =
                            new ApplyMsg.Snapshot(index, args.lastIncludedTerm(), args.data());
                        threads.start("snapshot", () -> applyChannel.send(msg));
                      }
                      return reply;
                    });\
                    """),
                ThreadingBugs.ONE_BY_ONE),
        BrokenVariant.of(
                "S09", "cuts its log at lastApplied, not at the snapshot", SAFETY, EXCEPTION)
            .foundBy("3D+/held-snapshots")
            .needs("a restart or a lagging follower after a snapshot amid a batch")
            .by(
                new Edit(
                    FILE,
                    "state.persistent().replaceBySnapshot(index, log.termAt(index), snapshot);",
                    """
                    int last = state.lastApplied();
                    state.persistent().replaceBySnapshot(last, log.termAt(last), snapshot);\
                    """)),
        BrokenVariant.of(
                "S11", "does not count a leader's snapshot as committed", EXCEPTION, LIVENESS)
            .foundBy("3D+/repeated")
            .needs("an InstallSnapshot that arrives twice")
            .by(Edit.without(FILE, "state.commitTo(args.lastIncludedIndex());")),
        BrokenVariant.of("S15", "sends the same snapshot again and again", LIVENESS, LIMIT)
            .foundBy("3D+/boundary")
            .needs("a follower that needs a snapshot")
            .by(
                Edit.without(
                    "Leadership.java",
                    "progress.matched(args.lastIncludedIndex(), args.lastIncludedIndex());")),
        BrokenVariant.of(
                "S12", "takes entries that its snapshot covers for a conflict", EXCEPTION, LIVENESS)
            .foundBy("3D+/repeated")
            .needs("an AppendEntries that arrives again after a compaction")
            .by(
                new Edit(
                    "Log.java",
                    "index < lastIncludedIndex || (index <= lastIndex() && termAt(index) == term)",
                    "index >= lastIncludedIndex && index <= lastIndex() && termAt(index) == term")),
        BrokenVariant.of("S16", "stores its state without the snapshot", SAFETY, EXCEPTION)
            .foundBy("3D+/boundary")
            .needs("a restart after a snapshot")
            .by(
                new Edit(
                    "ReferenceRaft.java",
                    SAVE,
                    "persister.save(encoding.whole(persistent), new byte[0]);")));
  }
}
