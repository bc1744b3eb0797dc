/**
 * The record of a run: its events, its verdict and its fingerprint.
 *
 * <p>Uses nothing else of Raftbed.
 */
@NullMarked
package io.raftbed.trace;

import org.jspecify.annotations.NullMarked;
