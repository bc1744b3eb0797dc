package io.raftbed.cluster;

import io.raftbed.lab.RaftFactory;
import java.util.List;

/**
 * What a cluster is made of.
 *
 * @param servers how many, from 1
 * @param raft makes each server
 * @param snapshots whether the service takes a snapshot when (index + 1) % snapshotEvery == 0
 * @param snapshotEvery the interval between snapshots, in log indexes, from 1; 10 in the classic
 *     suites
 * @param invariants what must hold after every event
 * @param storage what the servers keep their state on
 */
public record ClusterOptions(
    int servers,
    RaftFactory raft,
    boolean snapshots,
    int snapshotEvery,
    List<Invariant.Factory> invariants,
    StorageKind storage) {

  public ClusterOptions {
    if (servers < 1 || snapshotEvery < 1) {
      throw new IllegalArgumentException(
          "A cluster of %d servers with snapshots every %d indexes; both are at least 1."
              .formatted(servers, snapshotEvery));
    }
    invariants = List.copyOf(invariants);
  }

  /** Describes a cluster that keeps its state in memory. */
  public ClusterOptions(
      int servers,
      RaftFactory raft,
      boolean snapshots,
      int snapshotEvery,
      List<Invariant.Factory> invariants) {
    this(servers, raft, snapshots, snapshotEvery, invariants, StorageKind.MEMORY);
  }

  /** Returns the same cluster on other storage. */
  public ClusterOptions on(StorageKind other) {
    return new ClusterOptions(servers, raft, snapshots, snapshotEvery, invariants, other);
  }
}
