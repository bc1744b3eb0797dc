package io.raftbed.sim;

import java.util.List;

/** Chooses who runs next; one instance for each simulation. */
interface Schedule {
  /**
   * Chooses among the runnable threads.
   *
   * @param runnable at least one, in the order in which they became runnable
   * @return an index into it
   */
  int next(List<Task> runnable);
}
