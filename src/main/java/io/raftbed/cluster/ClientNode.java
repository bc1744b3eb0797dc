package io.raftbed.cluster;

import io.raftbed.lab.Peer;
import io.raftbed.sim.Incarnation;
import io.raftbed.sim.Promise;
import io.raftbed.trace.NodeName;
import java.util.List;
import java.util.concurrent.Callable;

/** A client of the servers: a node of the network with threads and a clock of its own. */
public final class ClientNode {

  private final int client;
  private final Incarnation incarnation;
  private final List<Peer> servers;

  private ClientNode(int client, Incarnation incarnation, List<Peer> servers) {
    this.client = client;
    this.incarnation = incarnation;
    this.servers = servers;
  }

  static ClientNode boot(Testbed testbed, int client) {
    int node = NodeName.client(client);
    Incarnation incarnation = testbed.simulation().boot(node, NodeName.of(node));
    return new ClientNode(
        client,
        incarnation,
        NetworkPeer.all(
            testbed.network().endpoint(node, incarnation), testbed.options().servers()));
  }

  /** Returns which client it is, from 0. */
  public int client() {
    return client;
  }

  /** Returns its number in the network. */
  public int node() {
    return incarnation.node();
  }

  /** Returns its ends of the network towards all servers, by id; for threads of its own. */
  public List<Peer> servers() {
    return servers;
  }

  /** Starts a task on a thread of this client; the promise is kept when it ends. */
  public <T> Promise<T> start(String threadName, Callable<T> task) {
    return incarnation.submit(threadName, task);
  }
}
