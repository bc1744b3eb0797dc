package io.raftbed.cluster.kv;

import io.raftbed.lab.Peer;
import io.raftbed.lab.Request;
import io.raftbed.lab.kv.ClientEnvironment;
import java.util.List;
import java.util.Optional;

/** Counts the calls that one clerk makes: how often it has tried. */
public final class CountedCalls implements ClientEnvironment {

  private final List<Peer> servers;
  private long calls;

  /**
   * Begins with none.
   *
   * @param servers the client's ends of the network
   */
  public CountedCalls(List<Peer> servers) {
    this.servers = servers.stream().<Peer>map(Counted::new).toList();
  }

  @Override
  public List<Peer> servers() {
    return servers;
  }

  long calls() {
    return calls;
  }

  private final class Counted implements Peer {
    private final Peer server;

    Counted(Peer server) {
      this.server = server;
    }

    @Override
    public int id() {
      return server.id();
    }

    @Override
    public <R extends Record> Optional<R> call(Request<R> request) {
      calls++;
      return server.call(request);
    }
  }
}
