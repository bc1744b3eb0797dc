/**
 * Nemeses: fault scripts by name, and scenarios that are drawn of them, for hunts that nobody had
 * to write a test for.
 *
 * <p>Uses: {@code scenario}, {@code scenario.format}, {@code suite}.
 */
@NullMarked
package io.raftbed.scenario.nemesis;

import org.jspecify.annotations.NullMarked;
