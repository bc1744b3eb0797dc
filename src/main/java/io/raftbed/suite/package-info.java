/**
 * The lab suites, one file per part, and what runs one test for one seed.
 *
 * <p>Uses: {@code cluster, cluster.kv, net, storage, sim, lab, lab.kv, trace} and, to check
 * histories, {@code linearizability, linearizability.model}.
 */
@NullMarked
package io.raftbed.suite;

import org.jspecify.annotations.NullMarked;
