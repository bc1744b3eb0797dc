/**
 * Wires the key/value labs to a cluster: what a service, its layer over Raft and a client are
 * given, what they answer, and whether that is linearizable.
 *
 * <p>Uses: {@code cluster, sim, lab, lab.kv, linearizability, linearizability.model, trace}.
 */
@NullMarked
package io.raftbed.cluster.kv;

import org.jspecify.annotations.NullMarked;
