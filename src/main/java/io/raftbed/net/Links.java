package io.raftbed.net;

import io.raftbed.sim.Simulation;
import io.raftbed.trace.NodeName;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The directed links from all nodes to all servers, each with a random stream of its own. Nobody
 * calls a client.
 */
final class Links {

  private final int servers;

  /** Those of the servers, then those of the clients. */
  private final List<List<Link>> byFromAndTo;

  Links(Simulation simulation, int servers, int clients) {
    this.servers = servers;
    this.byFromAndTo =
        Stream.concat(
                IntStream.range(0, servers).boxed(),
                IntStream.range(0, clients).map(NodeName::client).boxed())
            .map(from ->
                IntStream.range(0, servers).mapToObj(to -> link(simulation, from, to)).toList())
            .toList();
  }

  private static Link link(Simulation simulation, int from, int to) {
    return new Link(from, to, Profile.RELIABLE, simulation.random("network/" + from + "->" + to));
  }

  int servers() {
    return servers;
  }

  Link get(int from, int to) {
    return from(from).get(to);
  }

  /** The links for calls that a node makes. */
  List<Link> from(int node) {
    return byFromAndTo.get(NodeName.isClient(node) ? servers + NodeName.clientOf(node) : node);
  }

  /** The links for calls that a server answers. */
  List<Link> to(int server) {
    return byFromAndTo.stream().map(links -> links.get(server)).toList();
  }

  Stream<Link> all() {
    return byFromAndTo.stream().flatMap(List::stream);
  }
}
