/**
 * Linearizability of recorded histories: operations and their outcomes, typed models, the search,
 * online checking, and evidence for a "no". A library on its own.
 *
 * <p>Start at {@link io.raftbed.linearizability.Checker}. The definition is that of Herlihy and
 * Wing, "Linearizability: A Correctness Condition for Concurrent Objects" (TOPLAS 1990).
 *
 * <p>Uses nothing else of Raftbed.
 */
@NullMarked
package io.raftbed.linearizability;

import org.jspecify.annotations.NullMarked;
