package io.raftbed.net;

/**
 * Sees every message at each step of its way, in the order of the run. The messages belong to the
 * network and to the servers: look, but do not keep parts that can be changed, nor change them.
 */
public interface NetworkObserver {

  /** Looks at nothing. */
  NetworkObserver NONE = new NetworkObserver() {};

  /** A node handed a request to the network, which may still lose it. */
  default void sent(int from, int to, Record request) {}

  /** A request reached a server, whose handler is about to run. */
  default void delivered(int from, int to, Record request) {}

  /**
   * A handler answered; the reply may still be lost.
   *
   * @param server the server that answered
   * @param caller the node that asked
   */
  default void answered(int server, int caller, Record request, Record reply) {}

  /**
   * A caller got its reply.
   *
   * @param caller the node that asked
   * @param server the server that answered
   */
  default void returned(int caller, int server, Record request, Record reply) {}
}
