package io.raftbed.linearizability;

/** Told by a {@link Procedure} that it goes on working, so that time can run out inside it. */
@FunctionalInterface
public interface Work {

  /**
   * Counts one unit of work: a look at one operation, a comparison of two. Does not return when the
   * check is to end; what it throws must be let through.
   */
  void unit();
}
