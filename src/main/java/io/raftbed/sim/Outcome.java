package io.raftbed.sim;

import io.raftbed.trace.Verdict;

/**
 * How one simulation ended.
 *
 * @param verdict what it came to
 * @param virtualNanos how long it ran, in virtual nanoseconds
 * @param events how many events it had, steps of threads among them
 * @param fingerprint the hash over all of them, in order
 */
public record Outcome(Verdict verdict, long virtualNanos, long events, long fingerprint) {}
