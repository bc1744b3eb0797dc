/**
 * Scenarios of runs: the faults and commands that a test came to in one run, as steps that no
 * longer need the test.
 *
 * <p>Uses: {@code scenario}, {@code suite}, {@code net}, {@code lab}, {@code trace}.
 */
@NullMarked
package io.raftbed.scenario.lift;

import org.jspecify.annotations.NullMarked;
