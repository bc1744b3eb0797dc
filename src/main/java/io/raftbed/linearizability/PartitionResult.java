package io.raftbed.linearizability;

import java.util.Optional;

/**
 * What was found about one partition.
 *
 * @param key which part of the object; empty when it is one
 * @param operations how many operations concern it, without failed ones
 * @param verdict what was found
 * @param procedure what decided: {@code search}, or the name of a {@link Procedure}
 * @param steps how many transitions of the model were looked at to decide, without those for
 *     evidence
 */
public record PartitionResult<I, O>(
    Optional<?> key, int operations, Verdict<I, O> verdict, String procedure, long steps) {}
