/**
 * Wires the lab API to the runtime; boots and crashes servers; one file per invariant.
 *
 * <p>Uses: {@code sim, net, storage, lab, trace}.
 */
@NullMarked
package io.raftbed.cluster;

import org.jspecify.annotations.NullMarked;
