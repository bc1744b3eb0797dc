/**
 * Where the JVM enters; its class is compiled for an old one.
 *
 * <p>Uses {@code cli, sim.agent}.
 */
@NullMarked
package io.raftbed.start;

import org.jspecify.annotations.NullMarked;
