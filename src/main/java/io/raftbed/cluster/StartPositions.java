package io.raftbed.cluster;

import io.raftbed.lab.Started;
import java.util.List;

/**
 * A leader gives each position of its log, an index in a term, to one command only: its log grows
 * and never shrinks while the term lasts. The same index in another term is legal, for the first
 * entry may have been lost; so is one command given two positions, when its client tried again.
 */
final class StartPositions implements Invariant {
  private final Violations violations;

  /** (term, index) to the server that gave it. */
  private final PairTable given = new PairTable();

  private final MomentTable givenAt;

  StartPositions(Violations violations) {
    this.violations = violations;
    givenAt = new MomentTable(violations);
  }

  @Override
  public void started(int node, byte[] command, Started started) {
    long before = given.get(started.term(), started.index());
    if (before != PairTable.ABSENT) {
      violations.broken(
          "index " + started.index() + " of term " + started.term() + " was given to two commands",
          List.of(givenAt.of(started.term(), started.index()), violations.now(node)),
          "first by S" + before,
          "then by S" + node + " to " + CommandText.of(command));
    }
    given.put(started.term(), started.index(), node);
    givenAt.seen(started.term(), started.index(), node);
  }
}
