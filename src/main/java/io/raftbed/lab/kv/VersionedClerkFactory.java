package io.raftbed.lab.kv;

/** Makes the versioned clerk of one client. */
@FunctionalInterface
public interface VersionedClerkFactory {

  /** Creates a clerk that reaches the servers through what it is given. */
  VersionedClerk make(ClientEnvironment environment);
}
