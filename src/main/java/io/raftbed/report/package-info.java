/**
 * A recorded run as text or data, a checked history as a web page; one class a format; needs no
 * runtime.
 *
 * <p>Uses: {@code trace, linearizability}.
 */
@NullMarked
package io.raftbed.report;

import org.jspecify.annotations.NullMarked;
