/**
 * What survives a crash.
 *
 * <p>Uses: {@code sim, trace}.
 */
@NullMarked
package io.raftbed.storage;

import org.jspecify.annotations.NullMarked;
