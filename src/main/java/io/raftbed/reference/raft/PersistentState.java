package io.raftbed.reference.raft;

import io.raftbed.lab.LogEntry;
import java.util.List;
import java.util.OptionalInt;

/**
 * Figure 2, State: "persistent state on all servers", and the snapshot of §7. It must be on stable
 * storage before anybody hears of a change; it only keeps count of whether it is.
 */
final class PersistentState {

  private static final int NONE = Integer.MAX_VALUE;
  private static final int UNKNOWN = Integer.MAX_VALUE;

  private int currentTerm;
  private OptionalInt votedFor;
  private final Log log;
  private byte[] snapshot;
  private final Configurations configurations;
  private int partFrom;
  private boolean saved = true;
  private boolean snapshotSaved = true;
  private int firstUnsaved = NONE;

  /**
   * The state of a server that never ran before.
   *
   * @param founders the founders of the cluster, or none for a server that joins it (§6)
   */
  PersistentState(List<Integer> founders) {
    this(
        0,
        OptionalInt.empty(),
        new Log(),
        new byte[0],
        new Configurations(founders, 0, Configurations.FOUNDERS),
        founders.isEmpty() ? UNKNOWN : 0);
  }

  /**
   * The state as it was saved.
   *
   * @param configurations what is known where the log begins (§6)
   * @param partFrom see {@link #takesPart}
   */
  PersistentState(
      int currentTerm,
      OptionalInt votedFor,
      Log log,
      byte[] snapshot,
      Configurations configurations,
      int partFrom) {
    this.currentTerm = currentTerm;
    this.votedFor = votedFor;
    this.log = log;
    this.snapshot = snapshot;
    this.partFrom = partFrom;
    this.configurations = configurations;
    int index = log.lastIncludedIndex();
    for (LogEntry entry : log.entries()) {
      configurations.appended(++index, entry);
    }
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
    configurations.appended(log.lastIndex(), entry);
    changedFrom(log.lastIndex());
  }

  /** §5.3: deletes the entry at an index and all that follow it. */
  void truncateFrom(int index) {
    log.truncateFrom(index);
    configurations.truncatedFrom(index);
    changedFrom(index);
  }

  /** §7: takes a snapshot of one's own in place of the log up to its last included index. */
  void replaceBySnapshot(int lastIncludedIndex, int lastIncludedTerm, byte[] bytes) {
    replaceBySnapshot(
        lastIncludedIndex, lastIncludedTerm, bytes, configurations.commandAsOf(lastIncludedIndex));
  }

  /** §7: takes a snapshot, with what states the members as of it (§6), in place of the log. */
  void replaceBySnapshot(
      int lastIncludedIndex, int lastIncludedTerm, byte[] bytes, byte[] members) {
    log.compactTo(lastIncludedIndex, lastIncludedTerm);
    configurations.compactedTo(lastIncludedIndex, members, log.lastIndex());
    snapshot = bytes;
    snapshotSaved = false;
    changedFrom(lastIncludedIndex + 1);
  }

  /** §6: who the members are, to read. */
  Configurations configurations() {
    return configurations;
  }

  /**
   * Whether this server votes and stands for election. One that joins does when its log has reached
   * what a leader's held as the two first met, and so all that was committed by then: not before
   * does it know of its own membership, and if it was a member once and lost its storage, of what
   * it had acknowledged then.
   */
  boolean takesPart() {
    return log.lastIndex() >= partFrom;
  }

  /** Returns from which last index on this server {@link #takesPart}. */
  int partFrom() {
    return partFrom;
  }

  /**
   * §6: a leader has spoken to this server, which may not take part yet.
   *
   * @param shownIndex an index in the leader's log
   * @param isFirst whether it is the first word of a new term: what the log of an earlier leader
   *     held beyond may be lost
   */
  void metLeader(int shownIndex, boolean isFirst) {
    if (takesPart()) {
      takePartForEver();
    } else if (shownIndex > 0 && (isFirst || partFrom == UNKNOWN)) {
      partFrom = shownIndex;
      saved = false;
    }
  }

  /** What is truncated later was not committed, and takes nothing back. */
  private void takePartForEver() {
    if (partFrom > 0) {
      partFrom = 0;
      saved = false;
    }
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
