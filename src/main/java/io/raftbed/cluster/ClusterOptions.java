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
 */
public record ClusterOptions(
    int servers,
    RaftFactory raft,
    boolean snapshots,
    int snapshotEvery,
    List<Invariant.Factory> invariants) {

  public ClusterOptions {
    if (servers < 1 || snapshotEvery < 1) {
      throw new IllegalArgumentException(
          "A cluster of %d servers with snapshots every %d indexes; both are at least 1."
              .formatted(servers, snapshotEvery));
    }
    invariants = List.copyOf(invariants);
  }

  /** Describes a cluster that is judged by what it applies alone. */
  public ClusterOptions(int servers, RaftFactory raft, boolean snapshots, int snapshotEvery) {
    this(servers, raft, snapshots, snapshotEvery, List.of());
  }
}
