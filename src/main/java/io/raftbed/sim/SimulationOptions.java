package io.raftbed.sim;

import io.raftbed.trace.TraceSink;

/**
 * What decides a simulation.
 *
 * @param seed decides everything that is drawn
 * @param schedule who runs next among the runnable threads
 * @param limitNanos the run fails when it takes longer, in virtual nanoseconds
 * @param sink takes the events; {@link TraceSink#NONE} where nobody looks
 */
public record SimulationOptions(
    long seed, ScheduleKind schedule, long limitNanos, TraceSink sink) {}
