package io.raftbed.lab.kv;

/** Makes one key/value server; the door through which implementations enter the testbed. */
@FunctionalInterface
public interface KvServerFactory {

  /**
   * Creates a server, registers its handlers and returns without waiting. Called once for each boot
   * of a server, before it gets requests.
   *
   * @param environment the server's own
   */
  void make(KvEnvironment environment);
}
