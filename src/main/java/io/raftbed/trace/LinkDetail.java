package io.raftbed.trace;

/** The detail of an event that cuts or heals links: which ones. */
public interface LinkDetail {

  /** What becomes of a link. */
  enum Fate {
    /** Nothing gets through from now on. */
    CUT,
    /** Messages get through again. */
    HEALED,
    /** It is as it was before. */
    AS_BEFORE
  }

  /** Returns what becomes of the calls of one node to another, and of the replies to them. */
  Fate fate(int from, int to);
}
