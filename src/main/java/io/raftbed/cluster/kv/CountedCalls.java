package io.raftbed.cluster.kv;

import io.raftbed.lab.Peer;
import io.raftbed.lab.Request;
import io.raftbed.lab.kv.ClientEnvironment;
import io.raftbed.lab.kv.Err;
import io.raftbed.lab.kv.VersionedPutReply;
import java.util.List;
import java.util.Optional;

/** Counts the calls that one clerk makes: how often it has tried, and was told that it is done. */
public final class CountedCalls implements ClientEnvironment {

  private final List<Peer> servers;
  private long calls;
  private long done;
  private int underWay;
  private boolean hedges;

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

  /**
   * How many calls were answered that a Put was done; none are counted once the clerk has made two
   * calls at a time, for then it may not have heeded the answer.
   */
  long done() {
    return hedges ? 0 : done;
  }

  private static boolean isDone(Record reply) {
    return reply instanceof VersionedPutReply(Err err) && err == Err.OK;
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
      hedges |= underWay++ > 0;
      try {
        Optional<R> reply = server.call(request);
        done += reply.filter(CountedCalls::isDone).isPresent() ? 1 : 0;
        return reply;
      } finally {
        underWay--;
      }
    }
  }
}
