package io.raftbed.scenario.lift;

import io.raftbed.trace.LinkDetail;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Which calls between servers are cut, and what of that the script has said. */
final class LinkTable {

  private final int servers;
  private final boolean[][] cut;
  private final boolean[][] told;

  /** Begins with whole links. */
  LinkTable(int servers) {
    this.servers = servers;
    this.cut = new boolean[servers][servers];
    this.told = new boolean[servers][servers];
  }

  /**
   * What became of calls since it was told last.
   *
   * @param cut whose calls were cut, and to whom
   * @param healed whose get through again, and to whom
   * @param isWhole whether no call is cut now
   */
  record Change(
      Map<Integer, List<Integer>> cut, Map<Integer, List<Integer>> healed, boolean isWhole) {

    boolean isNone() {
      return cut.isEmpty() && healed.isEmpty();
    }
  }

  /** Takes what an event says. */
  void take(LinkDetail detail) {
    for (int from = 0; from < servers; from++) {
      for (int to = 0; to < servers; to++) {
        switch (detail.fate(from, to)) {
          case CUT -> cut[from][to] = from != to;
          case HEALED -> cut[from][to] = false;
          case AS_BEFORE -> {}
        }
      }
    }
  }

  /** Tells what is new. */
  Change tell() {
    Change change = new Change(changed(true), changed(false), isWhole());
    for (int from = 0; from < servers; from++) {
      told[from] = cut[from].clone();
    }
    return change;
  }

  private Map<Integer, List<Integer>> changed(boolean isCut) {
    Map<Integer, List<Integer>> changed = new TreeMap<>();
    for (int from = 0; from < servers; from++) {
      boolean[] now = cut[from];
      boolean[] before = told[from];
      List<Integer> to =
          IntStream.range(0, servers)
              .filter(server -> now[server] == isCut && before[server] != isCut)
              .boxed()
              .toList();
      if (!to.isEmpty()) {
        changed.put(from, to);
      }
    }
    return changed;
  }

  private boolean isWhole() {
    return Arrays.deepEquals(cut, new boolean[servers][servers]);
  }
}
