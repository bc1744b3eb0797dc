package io.raftbed.lab.kv;

/**
 * Classic: a client's way to the service. A call goes on trying until a server answers, for ever if
 * none does. A clerk is used by one thread at a time.
 */
public interface Clerk {

  /** Returns the value of a key, empty when there is no such key. */
  String get(String key);

  /** Gives a key a value. */
  void put(String key, String value);

  /** Adds to the end of a key's value; a key that is not there has the empty value. */
  void append(String key, String value);
}
