package io.raftbed.reference.raft;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/** More than half of some servers (§5.2, §5.3); of none at all, nobody decides. */
final class Majority implements Quorum {

  private final int[] members;

  /** The majority of the servers with these ids. */
  Majority(List<Integer> members) {
    this.members = new int[members.size()];
    Arrays.setAll(this.members, members::get);
  }

  /** How many servers are a majority: of four, three. */
  int size() {
    return members.length / 2 + 1;
  }

  @Override
  public boolean wonBy(Set<Integer> voters) {
    return voters.stream().filter(this::isMember).count() >= size();
  }

  private boolean isMember(int server) {
    return Arrays.binarySearch(members, server) >= 0;
  }

  @Override
  public boolean holdsFor(IntPredicate server) {
    int left = size();
    // As long as those that were not asked yet can be enough.
    for (int i = 0; left > 0 && left <= members.length - i; i++) {
      left -= server.test(members[i]) ? 1 : 0;
    }
    return left == 0;
  }

  @Override
  public int storedByMajority(IntUnaryOperator matchIndex) {
    int[] ascending = members.clone();
    Arrays.setAll(ascending, i -> matchIndex.applyAsInt(members[i]));
    Arrays.sort(ascending);
    return ascending[members.length - size()];
  }
}
