package io.raftbed.lab.kv;

import java.util.OptionalLong;

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

  /**
   * Returns a hash of the whole state, for example {@code Objects.hash(values, lastSequences)}, so
   * that servers can be compared after each command; empty for a machine that offers none. Equal
   * states must have equal hashes on every server, so it must not use the hash of an array or of
   * any other object that compares by identity. It is asked for after each {@link #apply} and
   * {@link #restore} and must change nothing.
   *
   * <p>In the suites of key/value services, a command that comes again byte for byte must not move
   * it again: it is a client's change that is tried again, or that comes late.
   */
  default OptionalLong stateHash() {
    return OptionalLong.empty();
  }
}
