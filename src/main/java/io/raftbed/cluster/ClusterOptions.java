package io.raftbed.cluster;

import io.raftbed.lab.RaftFactory;

/**
 * What a cluster is made of.
 *
 * @param servers how many, from 1
 * @param raft makes each server
 * @param snapshots whether the service takes a snapshot when (index + 1) % snapshotEvery == 0
 * @param snapshotEvery the interval between snapshots, in log indexes; 10 in the classic suites
 */
public record ClusterOptions(int servers, RaftFactory raft, boolean snapshots, int snapshotEvery) {}
