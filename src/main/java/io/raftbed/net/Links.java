package io.raftbed.net;

import io.raftbed.sim.Simulation;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The directed links between all pairs of nodes, each with a random stream of its own. */
final class Links {

  private final List<List<Link>> byFromAndTo;

  Links(Simulation simulation, int nodes) {
    byFromAndTo =
        IntStream.range(0, nodes)
            .mapToObj(from ->
                IntStream.range(0, nodes).mapToObj(to -> link(simulation, from, to)).toList())
            .toList();
  }

  private static Link link(Simulation simulation, int from, int to) {
    return new Link(from, to, Profile.RELIABLE, simulation.random("network/" + from + "->" + to));
  }

  int nodes() {
    return byFromAndTo.size();
  }

  Link get(int from, int to) {
    return byFromAndTo.get(from).get(to);
  }

  /** The links for calls that a node makes. */
  List<Link> from(int node) {
    return byFromAndTo.get(node);
  }

  /** The links for calls that a node answers. */
  List<Link> to(int node) {
    return byFromAndTo.stream().map(links -> links.get(node)).toList();
  }

  Stream<Link> all() {
    return byFromAndTo.stream().flatMap(List::stream);
  }
}
