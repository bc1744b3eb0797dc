package io.raftbed.reference.raft;

import io.raftbed.lab.LogEntry;
import java.util.OptionalInt;

/**
 * Figure 2, State: "persistent state on all servers", and the snapshot of §7. It must be on stable
 * storage before anybody hears of a change; it only keeps count of whether it is.
 */
final class PersistentState {

  private static final int NONE = Integer.MAX_VALUE;

  private int currentTerm;
  private OptionalInt votedFor;
  private final Log log;
  private byte[] snapshot;
  private boolean saved = true;
  private boolean snapshotSaved = true;
  private int firstUnsaved = NONE;

  /** The state of a server that never ran before. */
  PersistentState() {
    this(0, OptionalInt.empty(), new Log(), new byte[0]);
  }

  PersistentState(int currentTerm, OptionalInt votedFor, Log log, byte[] snapshot) {
    this.currentTerm = currentTerm;
    this.votedFor = votedFor;
    this.log = log;
    this.snapshot = snapshot;
  }

  int currentTerm() {
    return currentTerm;
  }

  OptionalInt votedFor() {
    return votedFor;
  }

  /** Returns the log, to read; its changes go through this class. */
  Log log() {
    return log;
  }

  /** Returns the latest snapshot, empty when there is none. */
  byte[] snapshot() {
    return snapshot;
  }

  /** §5.1, §5.2: enters a later term, in which this server has not voted yet. */
  void enterTerm(int term) {
    if (term <= currentTerm) {
      throw new IllegalArgumentException("term " + term + " does not follow " + currentTerm);
    }
    currentTerm = term;
    votedFor = OptionalInt.empty();
    saved = false;
  }

  /** §5.2: gives the vote of the current term. */
  void voteFor(int candidate) {
    votedFor = OptionalInt.of(candidate);
    saved = false;
  }

  /** §5.3: adds an entry at the end of the log. */
  void append(LogEntry entry) {
    log.append(entry);
    changedFrom(log.lastIndex());
  }

  /** §5.3: deletes the entry at an index and all that follow it. */
  void truncateFrom(int index) {
    log.truncateFrom(index);
    changedFrom(index);
  }

  /** §7: takes a snapshot in place of the log up to its last included index. */
  void replaceBySnapshot(int lastIncludedIndex, int lastIncludedTerm, byte[] bytes) {
    log.compactTo(lastIncludedIndex, lastIncludedTerm);
    snapshot = bytes;
    snapshotSaved = false;
    changedFrom(lastIncludedIndex + 1);
  }

  private void changedFrom(int index) {
    firstUnsaved = Math.min(firstUnsaved, index);
    saved = false;
  }

  /** Whether stable storage holds the state as it is now. */
  boolean isSaved() {
    return saved;
  }

  /** Whether stable storage holds the snapshot. */
  boolean isSnapshotSaved() {
    return snapshotSaved;
  }

  /** Returns the index from which on stable storage does not hold the log as it is now. */
  int firstUnsaved() {
    return firstUnsaved;
  }

  void markSaved() {
    saved = true;
    snapshotSaved = true;
    firstUnsaved = NONE;
  }
}
