/**
 * Makes failing scenarios small. Knows only what is smaller, and is told whether that still fails.
 *
 * <p>Uses: {@code scenario}, {@code scenario.format}.
 */
@NullMarked
package io.raftbed.scenario.shrink;

import org.jspecify.annotations.NullMarked;
