package io.raftbed.cluster;

/** Takes word of a broken invariant; the run ends with the first. */
@FunctionalInterface
public interface Violations {
  /**
   * The property is broken.
   *
   * @param message one sentence: what is broken, with nodes, terms and indexes
   * @param facts the clashing facts, one line each
   */
  void broken(String message, String... facts);
}
