package io.raftbed.cluster;

import io.raftbed.lab.Started;
import io.raftbed.trace.Moment;
import java.util.List;

/**
 * A leader gives each position of its log, an index in a term, to one command only: its log grows
 * and never shrinks while the term lasts. The same index in another term is legal, for the first
 * entry may have been lost; so is one command given two positions, when its client tried again.
 */
final class StartPositions implements Invariant {
  private final Violations violations;

  /** (term, index) to when it was given, and by whom. */
  private final MomentTable given;

  StartPositions(Violations violations) {
    this.violations = violations;
    given = new MomentTable(violations);
  }

  @Override
  public void started(int node, byte[] command, Started started) {
    if (given.has(started.term(), started.index())) {
      Moment first = given.of(started.term(), started.index());
      violations.broken(
          "index " + started.index() + " of term " + started.term() + " was given to two commands",
          List.of(first, violations.now(node)),
          "first by S" + first.node(),
          "then by S" + node + " to " + CommandText.of(command));
    }
    given.seen(started.term(), started.index(), node);
  }
}
