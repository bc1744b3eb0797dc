package io.raftbed.cluster;

import io.raftbed.lab.RaftFactory;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a cluster is made of.
 *
 * @param servers how many, from 1
 * @param founders who the first members are, ids ascending; empty where all are, and stay
 * @param clients how many nodes there are beside them, from 0
 * @param raft makes each server
 * @param service what stands above each server
 * @param invariants what must hold after every event
 * @param storage what the servers keep their state on
 */
public record ClusterOptions(
    int servers,
    List<Integer> founders,
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
    founders = List.copyOf(founders);
    invariants = List.copyOf(invariants);
  }

  /** Describes a cluster without clients that keeps its state in memory. */
  public ClusterOptions(
      int servers, RaftFactory raft, ServiceKind service, List<Invariant.Factory> invariants) {
    this(servers, List.of(), 0, raft, service, invariants, StorageKind.MEMORY);
  }

  /** Returns the same cluster on other storage. */
  public ClusterOptions on(StorageKind other) {
    return new ClusterOptions(servers, founders, clients, raft, service, invariants, other);
  }

  /** Returns the same cluster with so many clients. */
  public ClusterOptions withClients(int count) {
    return new ClusterOptions(servers, founders, count, raft, service, invariants, storage);
  }

  /** Returns the same cluster with members that change, and these in the beginning. */
  public ClusterOptions foundedBy(List<Integer> first) {
    return new ClusterOptions(servers, first, clients, raft, service, invariants, storage);
  }

  /** Whether the members may change. */
  boolean membersChange() {
    return !founders.isEmpty();
  }

  /** Returns the first members. */
  List<Integer> firstMembers() {
    return membersChange() ? founders : IntStream.range(0, servers).boxed().toList();
  }
}
