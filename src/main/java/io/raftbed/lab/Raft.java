package io.raftbed.lab;

import java.util.Optional;

/**
 * One server of a Raft cluster, as its service and the test suites see it.
 *
 * <p>Write an ordinary threaded class: locks, threads, executors and {@link Thread#sleep} all work
 * and run in virtual time. Every method may be called from any thread, several at once, and must
 * not wait for other servers.
 */
public interface Raft {

  /**
   * Starts agreement on a command and returns at once; there is no promise that the command will
   * ever be committed.
   *
   * @param command the command's bytes; the array is this server's own
   * @return where the command will stand if it is committed, or empty when this server does not
   *     believe it is the leader
   */
  Optional<Started> start(byte[] command);

  /** Returns the current term and whether this server believes it is the leader. */
  RaftState state();

  /**
   * Tells Raft that the service has saved its state up to and including {@code index}; Raft should
   * then drop its log up to there (Raft paper, section 7).
   *
   * @param index the last log index that the snapshot covers, at least 1
   * @param snapshot the service's state; the array is this server's own
   */
  void snapshot(int index, byte[] snapshot);
}
