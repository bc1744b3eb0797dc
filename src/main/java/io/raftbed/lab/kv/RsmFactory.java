package io.raftbed.lab.kv;

/** Makes the layer between a service and Raft, for one boot of a server. */
@FunctionalInterface
public interface RsmFactory {

  /**
   * Creates the layer over a state machine: restores the saved snapshot, starts what takes applied
   * messages, then returns without waiting.
   *
   * @param environment the server's Raft and what it applies
   * @param machine what is replicated, in its first state
   */
  Rsm make(RsmEnvironment environment, StateMachine machine);
}
