package io.raftbed.net;

import io.raftbed.trace.LinkDetail;
import io.raftbed.trace.NodeName;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Links that are cut or healed: what the network does then, and what the trace tells of it. */
sealed interface LinkChange extends LinkDetail {

  /** Names a directed link. */
  static String words(int from, int to) {
    return "link from " + NodeName.brief(from) + " to " + NodeName.brief(to);
  }

  private static Fate when(boolean isMeant, Fate fate) {
    return isMeant ? fate : Fate.AS_BEFORE;
  }

  private static boolean areServers(int from, int to) {
    return !NodeName.isClient(from) && !NodeName.isClient(to);
  }

  /** One directed link is cut. */
  record Cut(int one, int other) implements LinkChange {
    @Override
    public Fate fate(int from, int to) {
      return when(from == one && to == other, Fate.CUT);
    }

    @Override
    public String toString() {
      return words(one, other);
    }
  }

  /** One directed link is healed. */
  record Healed(int one, int other) implements LinkChange {
    @Override
    public Fate fate(int from, int to) {
      return when(from == one && to == other, Fate.HEALED);
    }

    @Override
    public String toString() {
      return words(one, other);
    }
  }

  /** A server is cut off from all servers, and from itself. */
  record Isolated(int server) implements LinkChange {
    @Override
    public Fate fate(int from, int to) {
      return when(areServers(from, to) && (from == server || to == server), Fate.CUT);
    }

    @Override
    public String toString() {
      return "all links";
    }
  }

  /**
   * The links of a server with others are healed.
   *
   * @param others with which servers
   */
  record Rejoined(int server, Set<Integer> others) implements LinkChange {

    public Rejoined {
      others = Set.copyOf(others);
    }

    @Override
    public Fate fate(int from, int to) {
      boolean isMeant =
          from == server && others.contains(to) || to == server && others.contains(from);
      return when(isMeant, Fate.HEALED);
    }

    @Override
    public String toString() {
      return "links of a rejoining node";
    }
  }

  /** Links between servers of one group are healed, all others between servers are cut. */
  record Partition(List<Set<Integer>> groups) implements LinkChange {

    public Partition {
      groups = groups.stream().<Set<Integer>>map(Set::copyOf).toList();
    }

    @Override
    public Fate fate(int from, int to) {
      boolean isWithinOne = groups.stream().anyMatch(g -> g.contains(from) && g.contains(to));
      return when(areServers(from, to), isWithinOne ? Fate.HEALED : Fate.CUT);
    }

    @Override
    public String toString() {
      return "partition " + groups.stream().map(TreeSet::new).toList();
    }
  }

  /** All links are healed. */
  record AllHealed() implements LinkChange {
    @Override
    public Fate fate(int from, int to) {
      return Fate.HEALED;
    }

    @Override
    public String toString() {
      return "all links";
    }
  }
}
