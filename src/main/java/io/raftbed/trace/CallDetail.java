package io.raftbed.trace;

import java.util.Optional;

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

  /** Returns the message as text, without who sent it and to whom. */
  String messageText();

  /**
   * Returns what the message has under a name, such as {@code term}: messages are records, those of
   * the lab and those that a server brings along. Empty when it has nothing of that name.
   */
  Optional<Object> field(String name);
}
