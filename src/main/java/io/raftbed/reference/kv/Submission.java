package io.raftbed.reference.kv;

import io.raftbed.lab.RaftState;
import io.raftbed.lab.Started;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** One submit: where its operation stands in the log, and the one outcome that it gets. */
final class Submission {

  private final long id;
  private final CompletableFuture<Optional<byte[]>> outcome = new CompletableFuture<>();
  private Optional<Started> place = Optional.empty();

  Submission(long id) {
    this.id = id;
  }

  long id() {
    return id;
  }

  boolean isStarted() {
    return place.isPresent();
  }

  void startedAt(Started started) {
    place = Optional.of(started);
  }

  /** Whether its index is among those that are decided, whatever stands there. */
  boolean isWithin(int lastApplied) {
    return place.isPresent() && place.get().index() <= lastApplied;
  }

  /**
   * Whether the server has lost the leadership in which it took the operation. Another leader may
   * still commit the operation, or none ever.
   */
  boolean isAbandoned(RaftState now) {
    return place.isPresent() && (now.term() != place.get().term() || !now.isLeader());
  }

  /** Answers with the state machine's reply; without effect when it has an outcome. */
  void answer(byte[] reply) {
    outcome.complete(Optional.of(reply));
  }

  /** Answers <i>wrong leader</i>; without effect when it has an outcome. */
  void giveUp() {
    outcome.complete(Optional.empty());
  }

  boolean hasOutcome() {
    return outcome.isDone();
  }

  /** Waits for the outcome. */
  Optional<byte[]> await() {
    return outcome.join();
  }
}
