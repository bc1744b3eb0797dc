/**
 * Where the JVM enters; the one package that is compiled for an old one.
 *
 * <p>Uses {@code cli, sim.agent}.
 */
@NullMarked
package io.raftbed.start;

import org.jspecify.annotations.NullMarked;
