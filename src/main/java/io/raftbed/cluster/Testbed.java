package io.raftbed.cluster;

import io.raftbed.net.Network;
import io.raftbed.sim.Simulation;

/**
 * What all servers of one cluster share.
 *
 * @param simulation the run
 * @param options what the cluster is made of
 * @param network connects the servers
 * @param watcher is told what happens
 * @param committed what was applied, over all servers and all time
 * @param snapshots those that services took
 * @param calls calls into servers
 */
record Testbed(
    Simulation simulation,
    ClusterOptions options,
    Network network,
    Watcher watcher,
    CommittedLog committed,
    SnapshotLedger snapshots,
    CallWatch calls) {}
