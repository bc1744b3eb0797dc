package io.raftbed.suite;

import io.raftbed.cluster.ClientNode;
import io.raftbed.cluster.kv.ClientHistory;

/** The clients of one form of the service, whose operations are recorded in one history. */
interface KvClients {

  /** A key that clients never make. */
  String ABSENT = "absent";

  /** A key whose value is empty. */
  String EMPTY = "empty";

  /**
   * What both forms can do. Used on threads of its client alone.
   *
   * <p>A versioned put takes the version that the test last saw, and goes on until the key has the
   * value.
   */
  interface Session {

    /** Returns the value of a key, empty when there is no such key. */
    String get(String key);

    /** Gives a key a value. */
    void put(String key, String value);

    /** Adds to the end of a key's value; on the versioned service, to the value last seen. */
    void append(String key, String value);

    /**
     * Gets a key that is not there, or on the versioned service puts to it, and gives another an
     * empty value. The history tells what that may be answered.
     */
    void useRareKeys();
  }

  /** Opens a session with a new clerk, on a thread of the client. */
  default Session open(ClientNode client) {
    return open(client, client.client());
  }

  /**
   * Opens one of several sessions of a node, each with a new clerk.
   *
   * @param process whose operations the history takes them for: the number of a client that has no
   *     session of its own
   */
  Session open(ClientNode client, int process);

  /** Returns what clients do in the generic run. */
  Workload workload(KvContext context, KvRun.Plan plan);

  /** Returns what clients asked and were answered. */
  ClientHistory<?, ?> history();
}
