package io.raftbed.trace;

/**
 * The detail of an event of one call over the network, from its request to what its caller gets.
 */
public interface CallDetail {

  /** Returns the call's number in its run, from 1; a request that arrives twice is one call. */
  long call();

  /** Returns the node at the other end. */
  int peer();

  /** Returns what the message is, such as {@code AppendEntriesArgs}. */
  String messageType();
}
