package io.raftbed.trace;

import java.util.OptionalInt;

/** The detail of an event that is about a place in the log. */
public interface LogDetail {

  /** Returns the index, from 1; of a snapshot the last one that it covers. */
  int index();

  /** Returns the term of the entry, where the event tells it. */
  default OptionalInt entryTerm() {
    return OptionalInt.empty();
  }
}
