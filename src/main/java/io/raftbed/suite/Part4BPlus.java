package io.raftbed.suite;

import java.util.List;
import java.util.stream.Stream;

/**
 * Key/value services with snapshots, in scripted scenes: what a snapshot must hold beside the
 * values, and who may wait for something that it replaces.
 */
final class Part4BPlus {

  private static final int MAX_RAFT_STATE = 1_000;

  static final List<SuiteTest> TESTS =
      Stream.of(KvForm.CLASSIC, KvForm.VERSIONED).flatMap(Part4BPlus::tests).toList();

  private Part4BPlus() {}

  private static Stream<SuiteTest> tests(KvForm form) {
    return new KvMatrix("4B+", form, MAX_RAFT_STATE)
            .add(
                "retry-after-restart",
                "retry after a restart from snapshots",
                "0/3",
                LostReplies::beforeRestart)
            .add(
                "retry-after-install",
                "retry at a server that was sent a snapshot",
                "0/3",
                LostReplies::beforeInstallation)
            .add(
                "late-duplicates",
                "old requests arrive after a restart from snapshots",
                "0/3",
                LateDuplicates::afterRestart)
            .add(
                "covered-request",
                "a request waits at an index that a snapshot covers",
                "0/3",
                PendingRequests::underSnapshot)
            .add(
                "read-after-install",
                "reads at a leader busy with a snapshot",
                "0/3",
                CurrentReads::behindApplier)
            .add(
                "small-state",
                "the snapshot does not grow with the requests",
                "5/3",
                SnapshotSizes::smallState)
            .add(
                "finished-requests",
                "servers forget requests that were answered",
                "0/3",
                FinishedRequests::run)
            .add("large-values", "snapshots of more than 100 kB", "0/3", SnapshotSizes::largeValues)
            .add(
                "reordering",
                "late and repeated messages, snapshots",
                "3/5",
                FaultsUnderLoad::reordering)
            .add(
                "rolling-restart",
                "restart of one server after the other, snapshots",
                "3/3",
                CrashesUnderLoad::rolling)
            .add(
                "restart-all",
                "restart of all servers in the midst of saves, snapshots",
                "3/3",
                CrashesUnderLoad::ofAll)
            .add(
                "crash-at-save",
                "crash right after a save, snapshots",
                "3/3",
                CrashesUnderLoad::atSaves)
            .addOnDisks(
                "crash-at-disk-operation",
                "crash or power loss in the midst of a save, snapshots",
                "3/3",
                CrashesUnderLoad::atDiskOperations)
            .tests()
            .stream();
  }
}
