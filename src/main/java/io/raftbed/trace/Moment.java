package io.raftbed.trace;

/**
 * Where and when something was seen.
 *
 * @param node the server it happened on
 * @param virtualNanos when, in virtual nanoseconds since the start of the run
 */
public record Moment(int node, long virtualNanos) {}
