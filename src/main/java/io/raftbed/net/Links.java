package io.raftbed.net;

import io.raftbed.sim.Simulation;
import io.raftbed.trace.NodeName;
import java.util.ArrayList;
import java.util.List;
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
    this.byFromAndTo = new ArrayList<>(servers + clients);
    for (int server = 0; server < servers; server++) {
      byFromAndTo.add(toAll(simulation, server, servers));
    }
    for (int client = 0; client < clients; client++) {
      byFromAndTo.add(toAll(simulation, NodeName.client(client), servers));
    }
  }

  private static List<Link> toAll(Simulation simulation, int from, int servers) {
    List<Link> links = new ArrayList<>(servers);
    for (int to = 0; to < servers; to++) {
      links.add(new Link(simulation, from, to));
    }
    return links;
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
