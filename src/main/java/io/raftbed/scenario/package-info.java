/**
 * Scenarios: tests that stand in files. A scenario says what servers there are, and step by step
 * what befalls them and what is expected then; faults are tied to what happens, so that a scenario
 * means the same for every implementation.
 *
 * <p>Uses: {@code scenario.format}, {@code suite}, {@code cluster}, {@code net}, {@code storage},
 * {@code sim}, {@code lab}, {@code trace}.
 */
@NullMarked
package io.raftbed.scenario;

import org.jspecify.annotations.NullMarked;
