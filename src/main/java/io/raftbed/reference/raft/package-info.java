/**
 * Our own Raft: plain threaded Java that sees exactly what a student sees.
 *
 * <p>Uses {@code lab} alone.
 */
@NullMarked
package io.raftbed.reference.raft;

import org.jspecify.annotations.NullMarked;
