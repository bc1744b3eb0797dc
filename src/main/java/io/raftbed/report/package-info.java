/**
 * A recorded run as text or data; one class a format; needs no runtime.
 *
 * <p>Uses: {@code trace, linearizability}.
 */
@NullMarked
package io.raftbed.report;

import org.jspecify.annotations.NullMarked;
