package io.raftbed.lab.kv;

/**
 * What is replicated: a state that commands change, one after the other, the same way on every
 * server. It is called by one thread at a time.
 */
public interface StateMachine {

  /**
   * Applies a command and returns its reply. Equal commands in equal order must give equal replies
   * on every server: no clock, no chance, no order of a hash table.
   *
   * @param command as given to {@link Rsm#submit}; the machine's own
   */
  byte[] apply(byte[] command);

  /** Returns the whole state, as {@link #restore} takes it. */
  byte[] snapshot();

  /**
   * Replaces the state.
   *
   * @param snapshot what {@link #snapshot} returned, on this server or another
   */
  void restore(byte[] snapshot);
}
