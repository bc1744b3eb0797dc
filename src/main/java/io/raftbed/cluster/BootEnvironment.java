package io.raftbed.cluster;

import io.raftbed.lab.ApplyChannel;
import io.raftbed.lab.Environment;
import io.raftbed.lab.Handler;
import io.raftbed.lab.Peer;
import io.raftbed.lab.Persister;
import io.raftbed.lab.Request;
import io.raftbed.net.Endpoint;
import java.util.List;
import java.util.Objects;

/**
 * What one boot of a server is given.
 *
 * @param me the server
 * @param members the founders of the cluster, if it is one of them
 * @param peers the ends of the network, by id
 * @param persister what survives
 * @param applyChannel to the service
 * @param endpoint the boot's own end of the network
 */
record BootEnvironment(
    int me,
    List<Integer> members,
    List<Peer> peers,
    Persister persister,
    ApplyChannel applyChannel,
    Endpoint endpoint)
    implements Environment {

  @Override
  public <A extends Request<R>, R extends Record> void handle(
      Class<A> type, Handler<A, R> handler) {
    handle(endpoint, type, handler);
  }

  /** Registers a handler at a boot's end of the network. */
  static <A extends Request<R>, R extends Record> void handle(
      Endpoint endpoint, Class<A> type, Handler<A, R> handler) {
    Objects.requireNonNull(type, "Environment.handle: the type of the request is null");
    Objects.requireNonNull(handler, "Environment.handle: the handler is null");
    if (!type.isRecord()) {
      throw NetworkPeer.notRecord(type);
    }
    endpoint.handle(type.asSubclass(Record.class), request -> handler.handle(type.cast(request)));
  }
}
