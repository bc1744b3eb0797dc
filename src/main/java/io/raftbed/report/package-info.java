/**
 * A recorded run as text, data or a web page, a checked history as a web page; one class a format;
 * needs no runtime.
 *
 * <p>Uses: {@code trace, linearizability}.
 */
@NullMarked
package io.raftbed.report;

import org.jspecify.annotations.NullMarked;
