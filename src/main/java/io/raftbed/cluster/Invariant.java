package io.raftbed.cluster;

import io.raftbed.lab.ApplyMsg;
import io.raftbed.lab.Started;

/**
 * A property that must hold after every event of a run; one file each.
 *
 * <p>An invariant is told what happens, in order, and says through {@link Violations} when the
 * property is broken. It sees what shows through the lab API: an implementation with messages of
 * its own is judged by what it applies.
 */
public interface Invariant {

  /** A server was booted (again); earlier boots of it are gone. */
  default void booted(int node) {}

  /** What a server had saved was taken away, while it was down. */
  default void wiped(int node) {}

  /** A server handed a request to the network. */
  default void sent(int from, int to, Record request) {}

  /**
   * A server's handler answered a request (the reply may still be lost on its way).
   *
   * @param server the server that answered
   * @param caller the server that asked
   */
  default void answered(int server, int caller, Record request, Record reply) {}

  /** A leader accepted a command. */
  default void started(int node, byte[] command, Started started) {}

  /** A leader began to change the members. */
  default void changesMembers(int node, Started started) {}

  /** A service gave its server a snapshot that covers everything up to {@code index}. */
  default void snapshotted(int node, int index) {}

  /** A server handed something to its service. */
  default void applied(int node, ApplyMsg msg) {}

  /** Makes the invariants of one run; each invariant belongs to one run only. */
  @FunctionalInterface
  interface Factory {
    /**
     * Makes one.
     *
     * @param electorates who decides, among how many servers
     * @param violations to be told of a broken property
     */
    Invariant make(Electorates electorates, Violations violations);
  }
}
