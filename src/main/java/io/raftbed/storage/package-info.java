/**
 * What survives a crash: disks, simulated and real, and what saves on them.
 *
 * <p>Uses: {@code sim, trace}.
 */
@NullMarked
package io.raftbed.storage;

import org.jspecify.annotations.NullMarked;
