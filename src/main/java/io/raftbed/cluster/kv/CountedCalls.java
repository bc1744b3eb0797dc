package io.raftbed.cluster.kv;

import io.raftbed.lab.Peer;
import io.raftbed.lab.Request;
import io.raftbed.lab.kv.ClientEnvironment;
import io.raftbed.lab.kv.Err;
import io.raftbed.lab.kv.VersionedPutReply;
import java.util.List;
import java.util.Optional;

/** Counts the calls of one clerk in each operation: how often it tried, and was told it is done. */
public final class CountedCalls implements ClientEnvironment {

  private final List<Peer> servers;
  private Optional<Thread> caller = Optional.empty();
  private long calls;
  private long done;

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

  /** An operation begins, on the thread that asks for it. */
  void begin() {
    caller = Optional.of(Thread.currentThread());
    calls = 0;
    done = 0;
  }

  /** How many calls the operation has made. */
  long calls() {
    return calls;
  }

  /**
   * How many of them were answered that a Put was done. On other threads than that of the operation
   * an answer may come that the clerk waits for no more; those do not count.
   */
  long done() {
    return done;
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
      Optional<R> reply = server.call(request);
      boolean isHeeded = caller.filter(Thread.currentThread()::equals).isPresent();
      done += isHeeded && reply.filter(CountedCalls::isDone).isPresent() ? 1 : 0;
      return reply;
    }
  }
}
