package io.raftbed.reference.kv;

import io.raftbed.lab.Peer;
import io.raftbed.lab.Request;
import io.raftbed.lab.kv.ClientEnvironment;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.IntStream;

/**
 * Servers that answer a client's tries with given replies, one after the other, whichever is asked.
 */
final class ScriptedServers implements ClientEnvironment {

  /**
   * A try.
   *
   * @param server who was asked
   * @param request for what
   */
  record Try(int server, Request<?> request) {}

  final List<Try> tries = new ArrayList<>();
  private final int count;
  private final Queue<Optional<Record>> replies = new ArrayDeque<>();

  ScriptedServers(int count) {
    this.count = count;
  }

  ScriptedServers reply(Record... next) {
    Arrays.stream(next).map(Optional::of).forEach(replies::add);
    return this;
  }

  ScriptedServers silence() {
    replies.add(Optional.empty());
    return this;
  }

  /** Returns who was asked, in order. */
  List<Integer> asked() {
    return tries.stream().map(Try::server).toList();
  }

  @Override
  public List<Peer> servers() {
    return IntStream.range(0, count).<Peer>mapToObj(Server::new).toList();
  }

  private final class Server implements Peer {
    private final int id;

    Server(int id) {
      this.id = id;
    }

    @Override
    public int id() {
      return id;
    }

    @Override
    @SuppressWarnings("unchecked") // the test scripts replies of the right type
    public <R extends Record> Optional<R> call(Request<R> request) {
      tries.add(new Try(id, request));
      return (Optional<R>) replies.remove();
    }
  }
}
