package io.raftbed.lab.kv;

import io.raftbed.lab.Handler;
import io.raftbed.lab.Request;

/**
 * What one boot of a key/value server is given. Either it takes applied messages itself, as {@link
 * RsmEnvironment} offers them, or it leaves that to {@link #replicate}.
 */
public interface KvEnvironment extends RsmEnvironment {

  /**
   * Puts a state machine on the replicated-state-machine layer that the run was given. The testbed
   * then compares the replies of all servers, at every command.
   *
   * @param machine what is replicated, in its first state
   */
  Rsm replicate(StateMachine machine);

  /**
   * Registers what answers one type of message. Each request is handled on a thread of its own.
   *
   * @param type the record class of the request
   * @param handler answers it; may wait
   */
  <A extends Request<R>, R extends Record> void handle(Class<A> type, Handler<A, R> handler);
}
