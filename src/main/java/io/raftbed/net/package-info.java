/**
 * Links between servers: delay, loss, duplication, reordering, cuts; counts of messages and bytes.
 *
 * <p>Uses: {@code sim, trace}.
 */
@NullMarked
package io.raftbed.net;

import org.jspecify.annotations.NullMarked;
