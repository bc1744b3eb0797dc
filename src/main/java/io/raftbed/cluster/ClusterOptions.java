package io.raftbed.cluster;

import io.raftbed.lab.RaftFactory;
import java.util.List;

/**
 * What a cluster is made of.
 *
 * @param servers how many, from 1
 * @param clients how many nodes there are beside them, from 0
 * @param raft makes each server
 * @param service what stands above each server
 * @param invariants what must hold after every event
 * @param storage what the servers keep their state on
 */
public record ClusterOptions(
    int servers,
    int clients,
    RaftFactory raft,
    ServiceKind service,
    List<Invariant.Factory> invariants,
    StorageKind storage) {

  public ClusterOptions {
    if (servers < 1 || clients < 0) {
      throw new IllegalArgumentException(
          "A cluster of %d servers and %d clients; there is at least 1 server."
              .formatted(servers, clients));
    }
    invariants = List.copyOf(invariants);
  }

  /** Describes a cluster without clients that keeps its state in memory. */
  public ClusterOptions(
      int servers, RaftFactory raft, ServiceKind service, List<Invariant.Factory> invariants) {
    this(servers, 0, raft, service, invariants, StorageKind.MEMORY);
  }

  /** Returns the same cluster on other storage. */
  public ClusterOptions on(StorageKind other) {
    return new ClusterOptions(servers, clients, raft, service, invariants, other);
  }

  /** Returns the same cluster with so many clients. */
  public ClusterOptions withClients(int count) {
    return new ClusterOptions(servers, count, raft, service, invariants, storage);
  }
}
