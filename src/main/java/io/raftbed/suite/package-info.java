/**
 * The lab suites, one file per part, and what runs one test for one seed.
 *
 * <p>Uses: {@code cluster, cluster.kv, net, storage, sim}, {@code lab, lab.kv}, {@code
 * linearizability, linearizability.model}, {@code trace}.
 */
@NullMarked
package io.raftbed.suite;

import org.jspecify.annotations.NullMarked;
