/**
 * Broken variants of the reference Raft and of the services above it: what the suites and scenarios
 * must find, and controls that they must not report.
 *
 * <p>A variant is a few exact replacements in the reference's own sources, compiled in memory, so
 * that the reference needs no hooks for it and a variant cannot drift from the code it breaks.
 */
@NullMarked
package io.raftbed.variants;

import org.jspecify.annotations.NullMarked;
