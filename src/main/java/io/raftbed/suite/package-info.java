/**
 * The lab suites, one file per part.
 *
 * <p>Uses: {@code cluster, lab, linearizability, trace}.
 */
@NullMarked
package io.raftbed.suite;

import org.jspecify.annotations.NullMarked;
