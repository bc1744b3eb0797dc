/**
 * The command line; names the reference.
 *
 * <p>Uses: {@code everything below}.
 */
@NullMarked
package io.raftbed.cli;

import org.jspecify.annotations.NullMarked;
