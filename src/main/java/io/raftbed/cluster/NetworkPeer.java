package io.raftbed.cluster;

import io.raftbed.lab.Peer;
import io.raftbed.lab.Request;
import io.raftbed.net.Endpoint;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/** An end of the network towards a server. */
record NetworkPeer(int id, Endpoint endpoint) implements Peer {

  /** Returns a node's ends towards all servers, by id. */
  static List<Peer> all(Endpoint endpoint, int servers) {
    return IntStream.range(0, servers).<Peer>mapToObj(id -> new NetworkPeer(id, endpoint)).toList();
  }

  @Override
  @SuppressWarnings("unchecked") // the handler's type binds the reply to its request
  public <R extends Record> Optional<R> call(Request<R> request) {
    Objects.requireNonNull(request, "Peer.call(null)");
    if (request instanceof Record message) {
      return (Optional<R>) endpoint.call(id, message);
    }
    throw notRecord(request.getClass());
  }

  static IllegalArgumentException notRecord(Class<?> type) {
    return new IllegalArgumentException(
        type.getSimpleName() + " is not a record; messages are records");
  }
}
