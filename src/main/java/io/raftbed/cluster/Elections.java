package io.raftbed.cluster;

import io.raftbed.lab.RaftState;
import io.raftbed.trace.FailureKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Checks of who leads, and in which term. */
final class Elections {

  private static final int POLLS = 10;
  private static final int SHORTEST_PAUSE_MILLIS = 450;
  private static final int PAUSE_RANGE_MILLIS = 100;

  private final Servers servers;
  private final RandomGenerator pauses;

  Elections(Servers servers) {
    this.servers = servers;
    this.pauses = servers.simulation().random("cluster/pauses");
  }

  /** Polls until a connected server leads, and returns the leader of the highest term. */
  int checkOneLeader() {
    for (int poll = 0; poll < POLLS; poll++) {
      long pause = SHORTEST_PAUSE_MILLIS + (long) pauses.nextInt(PAUSE_RANGE_MILLIS);
      servers.simulation().sleep(TimeUnit.MILLISECONDS.toNanos(pause));
      TreeMap<Integer, List<Integer>> leaders = leadersByTerm();
      leaders.forEach(this::requireOne);
      if (!leaders.isEmpty()) {
        return leaders.lastEntry().getValue().getFirst();
      }
    }
    servers.tooLate("no leader: none of the connected servers led in any of 10 polls over 5 s");
    return -1;
  }

  /** Requires that no connected server believes it leads. */
  void checkNoLeader() {
    leadersByTerm()
        .forEach((term, leaders) ->
            servers.fail(
                FailureKind.SAFETY,
                "S%d leads term %d where no majority is connected"
                    .formatted(leaders.getFirst(), term)));
  }

  /** Requires that all connected servers are in one term, and returns it. */
  int checkTerms() {
    Map<Integer, RaftState> states = servers.connectedStates();
    Set<Integer> terms =
        states.values().stream()
            .map(RaftState::term)
            .collect(Collectors.toCollection(TreeSet::new));
    if (terms.size() != 1) {
      servers.tooLate("the connected servers are in different terms: " + terms);
    }
    return terms.iterator().next();
  }

  private TreeMap<Integer, List<Integer>> leadersByTerm() {
    return servers.connectedStates().entrySet().stream()
        .filter(entry -> entry.getValue().isLeader())
        .collect(
            Collectors.groupingBy(
                entry -> entry.getValue().term(),
                TreeMap::new,
                Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
  }

  private void requireOne(int term, List<Integer> leaders) {
    if (leaders.size() > 1) {
      servers.fail(
          FailureKind.SAFETY,
          "term %d has %d leaders: %s"
              .formatted(
                  term,
                  leaders.size(),
                  leaders.stream().map(id -> "S" + id).collect(Collectors.joining(", "))));
    }
  }
}
