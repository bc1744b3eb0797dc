package io.raftbed.cluster;

import io.raftbed.trace.Moment;
import java.util.List;

/** Takes word of a broken invariant; the run ends with the first. */
public interface Violations {
  /**
   * The property is broken.
   *
   * @param message one sentence: what is broken, with nodes, terms and indexes
   * @param moments when the facts came about, so that a report can show their events
   * @param facts the clashing facts, one line each
   */
  void broken(String message, List<Moment> moments, String... facts);

  /** Returns the moment of what a server does just now. */
  Moment now(int node);
}
