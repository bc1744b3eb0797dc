package io.raftbed.reference.raft;

import static java.util.Objects.checkIndex;

import io.raftbed.lab.LogEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;

/**
 * The log of Figure 2, with indexes from 1, whose first part may have been replaced by a snapshot
 * (§7): it begins after lastIncludedIndex, and of what came before it knows one term.
 */
final class Log {

  private int lastIncludedIndex;
  private int lastIncludedTerm;
  private List<LogEntry> entries;

  /** An empty log, as on first boot. */
  Log() {
    this(0, 0, List.of());
  }

  /** A log that continues a snapshot. */
  Log(int lastIncludedIndex, int lastIncludedTerm, List<LogEntry> entries) {
    this.lastIncludedIndex = lastIncludedIndex;
    this.lastIncludedTerm = lastIncludedTerm;
    this.entries = new ArrayList<>(entries);
  }

  int lastIncludedIndex() {
    return lastIncludedIndex;
  }

  int lastIncludedTerm() {
    return lastIncludedTerm;
  }

  int lastIndex() {
    return lastIncludedIndex + entries.size();
  }

  int lastTerm() {
    return termAt(lastIndex());
  }

  /** Returns the term of the entry at an index from lastIncludedIndex to lastIndex. */
  int termAt(int index) {
    return index == lastIncludedIndex ? lastIncludedTerm : entryAt(index).term();
  }

  LogEntry entryAt(int index) {
    return entries.get(position(index));
  }

  /** Returns a copy of the entries from one index up to and including another. */
  List<LogEntry> entries(int from, int to) {
    return from > to ? List.of() : List.copyOf(entries.subList(position(from), position(to) + 1));
  }

  /** Returns a view of all entries that the log still holds. */
  List<LogEntry> entries() {
    return Collections.unmodifiableList(entries);
  }

  /**
   * §5.3: whether the log holds an entry with this index and term. What a snapshot covers is
   * committed, and so the same on every leader (§5.4): it needs no look at the term.
   */
  boolean matches(int index, int term) {
    return index < lastIncludedIndex || (index <= lastIndex() && termAt(index) == term);
  }

  /** §5.3, fast backup: returns the first index that has the same term as the one given. */
  int firstIndexOfTermAt(int index) {
    int first = index;
    while (first > lastIncludedIndex + 1 && termAt(first - 1) == termAt(index)) {
      first--;
    }
    return first;
  }

  /** §5.3, fast backup: returns the last index with this term, if the log still knows one. */
  OptionalInt lastIndexOfTerm(int term) {
    int index = lastIndex();
    while (index > lastIncludedIndex && termAt(index) > term) {
      index--;
    }
    return termAt(index) == term ? OptionalInt.of(index) : OptionalInt.empty();
  }

  void append(LogEntry entry) {
    entries.add(entry);
  }

  /** §5.3: deletes the entry at an index and all that follow it. */
  void truncateFrom(int index) {
    entries.subList(position(index), entries.size()).clear();
  }

  /**
   * §7: lets a snapshot take the place of the log up to an index. What follows is kept if the log
   * holds the snapshot's last entry, else dropped with the rest.
   */
  void compactTo(int index, int term) {
    if (index <= lastIncludedIndex) {
      throw new IllegalArgumentException("compacted already: " + index);
    }
    List<LogEntry> kept = matches(index, term) ? entries(index + 1, lastIndex()) : List.of();
    // A new list: clearing a part of the old one would keep its array, as large as the log ever
    // was.
    entries = new ArrayList<>(kept);
    lastIncludedIndex = index;
    lastIncludedTerm = term;
  }

  private int position(int index) {
    return checkIndex(index - lastIncludedIndex - 1, entries.size());
  }
}
