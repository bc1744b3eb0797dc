package io.raftbed.lab.kv;

/** Makes the clerk of one client. */
@FunctionalInterface
public interface ClerkFactory {

  /** Creates a clerk that reaches the servers through what it is given. */
  Clerk make(ClientEnvironment environment);
}
