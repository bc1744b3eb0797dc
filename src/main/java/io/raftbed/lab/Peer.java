package io.raftbed.lab;

import java.util.Optional;

/** The end of a network link towards one server. */
public interface Peer {

  /** Returns the id of the server at the other end, from 0. */
  int id();

  /**
   * Sends a request and waits, in virtual time, for its reply. Every call returns in the end: a
   * lost message, a cut link or a dead server shows as an empty reply, which says nothing about
   * whether the request was handled.
   *
   * @param request the message; the network copies it before it travels
   * @return the reply, the caller's own copy, or empty when none came
   */
  <R extends Record> Optional<R> call(Request<R> request);
}
