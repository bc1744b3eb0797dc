package io.raftbed.reference.raft;

import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/** Who decides (§5.2, §5.3): a {@link Majority}, or two of them while members change (§6). */
interface Quorum {

  /** §5.2: whether a candidate wins with these votes; only members have one. */
  boolean wonBy(Set<Integer> voters);

  /** Whether enough of the members are so. */
  boolean holdsFor(IntPredicate server);

  /**
   * §5.3: returns the highest index up to which enough of the members store the leader's log.
   *
   * @param matchIndex gives for each id the highest index known to be stored on that server
   */
  int storedByMajority(IntUnaryOperator matchIndex);

  /** §6: joint consensus needs a majority of the old members and one of the new, each by itself. */
  record Joint(Quorum old, Quorum next) implements Quorum {
    @Override
    public boolean wonBy(Set<Integer> voters) {
      return old.wonBy(voters) && next.wonBy(voters);
    }

    @Override
    public boolean holdsFor(IntPredicate server) {
      return old.holdsFor(server) && next.holdsFor(server);
    }

    @Override
    public int storedByMajority(IntUnaryOperator matchIndex) {
      return Math.min(old.storedByMajority(matchIndex), next.storedByMajority(matchIndex));
    }
  }
}
