package io.raftbed.cluster;

import io.raftbed.lab.Configuration;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;

/**
 * Who decides by one configuration (Raft paper, section 6): a majority of each of its groups, the
 * members, or the old and the new ones.
 *
 * @param groups the ids of the servers of each group
 */
record Electorate(List<int[]> groups) {

  static Electorate of(Configuration configuration) {
    return new Electorate(
        switch (configuration) {
          case Configuration.Members(var members) -> List.of(ids(members));
          case Configuration.CatchUp(var members, _) -> List.of(ids(members));
          case Configuration.Joint(var members, var next) -> List.of(ids(members), ids(next));
        });
  }

  /** Returns the one that a leader may go over to without anybody's consent, else itself. */
  static Electorate after(Configuration configuration) {
    return configuration instanceof Configuration.Joint(_, var next)
        ? new Electorate(List.of(ids(next)))
        : of(configuration);
  }

  private static int[] ids(List<Integer> servers) {
    return servers.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Whether a majority of each group is so. */
  boolean decides(IntPredicate server) {
    for (int[] group : groups) {
      int left = majority(group);
      for (int i = 0; i < group.length && left > 0; i++) {
        left -= server.test(group[i]) ? 1 : 0;
      }
      if (left > 0) {
        return false;
      }
    }
    return true;
  }

  /** Returns the highest index that a majority of each group has reached. */
  int reachedByMajority(IntUnaryOperator index) {
    int reached = Integer.MAX_VALUE;
    for (int[] group : groups) {
      int[] ascending = new int[group.length];
      Arrays.setAll(ascending, i -> index.applyAsInt(group[i]));
      Arrays.sort(ascending);
      int median = group.length == 0 ? 0 : ascending[group.length - majority(group)];
      reached = Math.min(reached, median);
    }
    return reached;
  }

  private static int majority(int[] group) {
    return group.length / 2 + 1;
  }

  /** Returns what is needed, in words: {@code 2 of S0, S1, S2 and 2 of S1, S2, S3}. */
  String needed() {
    return groups.stream()
        .map(group ->
            majority(group)
                + " of "
                + Arrays.stream(group).mapToObj(id -> "S" + id).collect(Collectors.joining(", ")))
        .collect(Collectors.joining(" and "));
  }
}
