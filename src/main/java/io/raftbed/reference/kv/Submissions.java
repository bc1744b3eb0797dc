package io.raftbed.reference.kv;

import io.raftbed.lab.RaftState;
import io.raftbed.lab.Started;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who waits for what to be applied. An operation is answered by its own id alone, so that nobody
 * gets another's reply; by its index, and by the server's term and leadership, it is known to be
 * hopeless.
 *
 * <p>Dissertation, section 6.2: a leader that is deposed must not keep its clients waiting.
 */
final class Submissions {

  private final Map<Long, Submission> open = new LinkedHashMap<>();
  private long nextId;
  private int lastApplied;

  /**
   * Makes an empty table.
   *
   * @param firstId ids count up from here; another on each boot and server, as the operations of
   *     earlier boots and of others come up as well
   */
  Submissions(long firstId) {
    nextId = firstId;
  }

  /** Enters a submission, before Raft gets its operation: the answer may come at once. */
  Submission open() {
    Submission submission = new Submission(nextId++);
    open.put(submission.id(), submission);
    return submission;
  }

  /** Forgets a submission. */
  void close(Submission submission) {
    open.remove(submission.id());
  }

  boolean isEmpty() {
    return open.isEmpty();
  }

  /** Returns those whose operations stand in Raft's log now. */
  List<Submission> started() {
    return open.values().stream().filter(Submission::isStarted).toList();
  }

  /** Raft has taken an operation into its log; its index may have been applied meanwhile. */
  void started(Submission submission, Started place) {
    submission.startedAt(place);
    if (submission.isWithin(lastApplied)) {
      submission.giveUp();
    }
  }

  /**
   * An operation was applied. Its own submission gets the reply; those that were to stand at its
   * index, or before it, will not be applied any more.
   */
  void applied(int index, long id, byte[] reply) {
    Submission own = open.get(id);
    if (own != null) {
      own.answer(reply);
    }
    decidedUpTo(index);
  }

  /** All indexes up to one are decided; a snapshot tells so without the replies. */
  void decidedUpTo(int index) {
    lastApplied = index;
    for (Submission submission : open.values()) {
      if (submission.isWithin(index)) {
        submission.giveUp();
      }
    }
  }

  /**
   * Gives up what was started in another term or under a lost leadership.
   *
   * @param candidates those that were started before the look at Raft: what started after it may
   *     belong to a newer leadership
   * @param now what Raft said
   */
  void observe(List<Submission> candidates, RaftState now) {
    for (Submission submission : candidates) {
      if (submission.isAbandoned(now)) {
        submission.giveUp();
      }
    }
  }
}
