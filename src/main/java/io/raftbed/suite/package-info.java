/**
 * The lab suites, one file per part, and what runs one test for one seed.
 *
 * <p>Uses: {@code cluster, net, storage, sim, lab, linearizability, trace}.
 */
@NullMarked
package io.raftbed.suite;

import org.jspecify.annotations.NullMarked;
