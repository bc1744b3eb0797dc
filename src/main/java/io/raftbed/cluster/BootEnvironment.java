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
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What one boot of a server is given.
 *
 * @param me the server
 * @param peers the ends of the network, by id
 * @param persister what survives
 * @param applyChannel to the service
 * @param endpoint the boot's own end of the network
 */
record BootEnvironment(
    int me, List<Peer> peers, Persister persister, ApplyChannel applyChannel, Endpoint endpoint)
    implements Environment {

  /** An end of the network towards a server. */
  private record NetworkPeer(int id, Endpoint endpoint) implements Peer {
    @Override
    @SuppressWarnings("unchecked") // the handler's type binds the reply to its request
    public <R extends Record> Optional<R> call(Request<R> request) {
      return (Optional<R>)
          endpoint.call(id, asRecord(Objects.requireNonNull(request, "Peer.call(null)")));
    }
  }

  static BootEnvironment of(
      Endpoint endpoint, int servers, Persister persister, ApplyChannel applyChannel) {
    List<Peer> peers =
        IntStream.range(0, servers).<Peer>mapToObj(id -> new NetworkPeer(id, endpoint)).toList();
    return new BootEnvironment(endpoint.node(), peers, persister, applyChannel, endpoint);
  }

  @Override
  public <A extends Request<R>, R extends Record> void handle(
      Class<A> type, Handler<A, R> handler) {
    Objects.requireNonNull(type, "Environment.handle: the type of the request is null");
    Objects.requireNonNull(handler, "Environment.handle: the handler is null");
    if (!type.isRecord()) {
      throw notRecord(type);
    }
    endpoint.handle(type.asSubclass(Record.class), request -> handler.handle(type.cast(request)));
  }

  private static Record asRecord(Request<?> request) {
    if (request instanceof Record message) {
      return message;
    }
    throw notRecord(request.getClass());
  }

  private static IllegalArgumentException notRecord(Class<?> type) {
    return new IllegalArgumentException(
        type.getSimpleName() + " is not a record; messages are records");
  }
}
