package io.raftbed.cluster;

import java.util.List;

/** The invariants that every run is judged by. */
public final class Invariants {
  /** All of them, in the order in which they look at an event: the first to object is reported. */
  public static final List<Invariant.Factory> ALL =
      List.of(
          (_, violations) -> new OneVotePerTerm(violations),
          ElectionSafety::new,
          DurableTerm::new,
          DurableLog::new,
          (_, violations) -> new LeaderAppendOnly(violations),
          (_, violations) -> new LogMatching(violations),
          CommitRule::new,
          (_, violations) -> new LeaderCompleteness(violations),
          (_, violations) -> new StartPositions(violations));

  private Invariants() {}
}
