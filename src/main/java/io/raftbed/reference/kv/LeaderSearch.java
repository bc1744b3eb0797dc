package io.raftbed.reference.kv;

import io.raftbed.lab.Peer;
import io.raftbed.lab.Request;
import io.raftbed.lab.kv.Err;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A client's way to the leader (Raft paper, section 8): it stays with the server that answered
 * last, and goes round the others when that one does not.
 */
final class LeaderSearch {

  /** How long to wait when no server leads, which an election changes within some 100 ms. */
  private static final Duration PAUSE = Duration.ofMillis(25);

  private final List<Peer> servers;
  private int next;
  private int failures;

  LeaderSearch(List<Peer> servers) {
    this.servers = List.copyOf(servers);
  }

  /**
   * Tries a request on one server. When it fails, the next try goes to the next server; when all
   * have failed, after a pause.
   *
   * @param err how a reply tells <i>wrong leader</i>
   * @return the leader's reply; empty when none came or the server does not lead. The request may
   *     have taken effect then, or still will
   */
  <R extends Record> Optional<R> call(Request<R> request, Function<R, Err> err) {
    Optional<R> reply =
        servers.get(next).call(request).filter(r -> err.apply(r) != Err.WRONG_LEADER);
    if (reply.isPresent()) {
      failures = 0;
    } else {
      failed();
    }
    return reply;
  }

  private void failed() {
    next = (next + 1) % servers.size();
    failures++;
    if (failures % servers.size() == 0) {
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      // A call has no way to end without an answer; whoever interrupts finds out afterwards.
      Thread.currentThread().interrupt();
    }
  }
}
