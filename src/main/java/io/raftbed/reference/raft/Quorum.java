package io.raftbed.reference.raft;

import java.util.Arrays;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Majorities (§5.2, §5.3): the one place that knows who belongs to the cluster and how many of them
 * decide.
 *
 * @param servers how many servers the cluster has; their ids are 0 to servers - 1
 */
record Quorum(int servers) {

  Quorum {
    if (servers < 1) {
      throw new IllegalArgumentException("a cluster has at least one server, not " + servers);
    }
  }

  /** Returns the ids of all servers, in ascending order. */
  IntStream ids() {
    return IntStream.range(0, servers);
  }

  /** How many servers are a majority: of four, three. */
  int majority() {
    return servers / 2 + 1;
  }

  /** §5.2: a candidate wins with the votes of a majority; one server has one vote. */
  boolean wonBy(Set<Integer> voters) {
    return voters.size() >= majority();
  }

  /** Whether a majority of the servers is so. */
  boolean holdsFor(IntPredicate server) {
    int left = majority();
    for (int id = 0; id < servers && left > 0; id++) {
      left -= server.test(id) ? 1 : 0;
    }
    return left == 0;
  }

  /**
   * §5.3: returns the highest index up to which a majority stores the leader's log.
   *
   * @param matchIndex gives for each id the highest index known to be stored on that server
   */
  int storedByMajority(IntUnaryOperator matchIndex) {
    int[] ascending = new int[servers];
    Arrays.setAll(ascending, matchIndex);
    Arrays.sort(ascending);
    return ascending[servers - majority()];
  }
}
