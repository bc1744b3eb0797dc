/**
 * The deterministic runtime: virtual clock, run queue, seed streams, choices and incarnations.
 *
 * <p>Uses {@code sim.agent} and {@code trace}.
 */
@NullMarked
package io.raftbed.sim;

import org.jspecify.annotations.NullMarked;
