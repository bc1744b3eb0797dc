package io.raftbed.lab.kv;

import io.raftbed.lab.Request;

/**
 * Classic: changes the value of a key, once, however often it arrives.
 *
 * @param op what to do
 * @param key the key; one that is not there has the empty value
 * @param value the new value, or what is added to its end
 * @param clientId who asks
 * @param sequence grows by one with each of the client's changes, from 1; the same in all tries
 */
public record PutAppendArgs(Op op, String key, String value, long clientId, long sequence)
    implements Request<PutAppendReply> {

  /** What to do with the value. */
  public enum Op {
    PUT,
    APPEND
  }
}
