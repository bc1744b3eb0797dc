package io.raftbed.cluster;

import java.util.List;

/** The invariants that every run is judged by. */
public final class Invariants {
  /** All of them, in the order in which they look at an event: the first to object is reported. */
  public static final List<Invariant.Factory> ALL =
      List.of(
          (servers, violations) -> new OneVotePerTerm(violations),
          ElectionSafety::new,
          DurableTerm::new,
          DurableLog::new,
          (servers, violations) -> new LeaderAppendOnly(violations),
          (servers, violations) -> new LogMatching(violations),
          CommitRule::new,
          (servers, violations) -> new LeaderCompleteness(violations),
          (servers, violations) -> new StartPositions(violations));

  private Invariants() {}
}
