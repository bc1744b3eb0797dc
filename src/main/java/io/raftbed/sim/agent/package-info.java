/**
 * Class-load rewriting and refusals: how ordinary Java comes to run in virtual time.
 *
 * <p>Uses nothing else of Raftbed.
 */
@NullMarked
package io.raftbed.sim.agent;

import org.jspecify.annotations.NullMarked;
