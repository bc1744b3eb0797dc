package io.raftbed.lab.kv;

import java.util.Optional;

/**
 * Versioned: a client's way to the service. A call goes on trying until a server answers, for ever
 * if none does. A clerk is used by one thread at a time.
 */
public interface VersionedClerk {

  /** Returns what a key holds; empty when there is no such key. */
  Optional<Versioned> get(String key);

  /**
   * Gives a key a value if it has a version.
   *
   * @param version the version that the key must have, 0 for a key that is not there yet
   */
  PutOutcome put(String key, String value, long version);
}
