package io.raftbed.linearizability;

import java.util.List;

/**
 * What a check found.
 *
 * @param verdict about the whole history: not linearizable if a partition is not; else unknown if a
 *     partition is; else linearizable
 * @param partitions each partition that was looked at, in the order of their first calls
 * @param procedure all that had a part in the verdict, such as {@code zones+search}
 * @param steps the sum over all partitions
 */
public record CheckResult<I, O>(
    Verdict<I, O> verdict, List<PartitionResult<I, O>> partitions, String procedure, long steps) {

  public CheckResult {
    partitions = List.copyOf(partitions);
  }
}
