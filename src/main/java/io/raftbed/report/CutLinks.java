package io.raftbed.report;

import io.raftbed.report.Shade.Fault;
import io.raftbed.trace.LinkDetail;
import io.raftbed.trace.NodeName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which links are cut, and what that means for a server. */
final class CutLinks {

  private record Link(int from, int to) {}

  /**
   * What is wrong with a server's links.
   *
   * @param fault how bad it is
   * @param text which links
   */
  record Trouble(Fault fault, String text) {}

  private final List<Integer> nodes;
  private final List<Integer> servers;
  private final Set<Link> cut = new HashSet<>();

  /** None is cut at first between these nodes. */
  CutLinks(List<Integer> nodes) {
    this.nodes = nodes;
    this.servers = nodes.stream().filter(node -> !NodeName.isClient(node)).toList();
  }

  void take(LinkDetail change) {
    for (int from : nodes) {
      for (int to : servers) {
        Link link = new Link(from, to);
        switch (change.fate(from, to)) {
          case CUT -> cut.add(link);
          case HEALED -> cut.remove(link);
          case AS_BEFORE -> {}
        }
      }
    }
  }

  /** Returns what is wrong with a node's links; empty when all is well. */
  Optional<Trouble> at(int node) {
    List<String> parts = new ArrayList<>();
    int reached = NodeName.isClient(node) ? 0 : 1;
    for (int other : nodes.stream().filter(other -> other != node).toList()) {
      boolean isTo = cut.contains(new Link(node, other));
      boolean isFrom = cut.contains(new Link(other, node));
      if (isTo || isFrom) {
        String way = isTo && isFrom ? "" : isTo ? "calls to " : "calls from ";
        parts.add(way + NodeName.of(other));
      } else if (!NodeName.isClient(other)) {
        reached++;
      }
    }
    boolean hasMajority = 2 * reached > servers.size();
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Trouble(hasMajority ? Fault.CUT : Fault.CUT_OFF, String.join(", ", parts)));
  }
}
