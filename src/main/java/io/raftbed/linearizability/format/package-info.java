/**
 * Histories in files: one class a format. A malformed file is refused with its line and what was
 * expected there.
 *
 * <p>Uses: {@code linearizability, linearizability.model}.
 */
@NullMarked
package io.raftbed.linearizability.format;

import org.jspecify.annotations.NullMarked;
