package io.raftbed.reference.kv;

import io.raftbed.lab.kv.StateMachine;

/**
 * The state machine and lastApplied (Raft paper, Figure 2). A snapshot holds both, so that a
 * restart never finds the one without the other.
 */
final class AppliedState {

  private final StateMachine machine;
  private int lastApplied;

  AppliedState(StateMachine machine) {
    this.machine = machine;
  }

  int lastApplied() {
    return lastApplied;
  }

  /**
   * Figure 2, rules for all servers: applies the next command and returns its reply.
   *
   * @throws IllegalStateException if the index is not the next one
   */
  byte[] apply(int index, byte[] command) {
    skip(index);
    return machine.apply(command);
  }

  /**
   * Passes over an entry that is Raft's own affair.
   *
   * @throws IllegalStateException if the index is not the next one
   */
  void skip(int index) {
    if (index != lastApplied + 1) {
      throw new IllegalStateException(
          "Raft applied index " + index + " where index " + (lastApplied + 1) + " comes next");
    }
    lastApplied = index;
  }

  /** §7: returns the state as {@link #restore} takes it. */
  byte[] snapshot() {
    byte[] machineState = machine.snapshot();
    return new Encoder(2 * Integer.BYTES + machineState.length)
        .putInt(lastApplied)
        .putBytes(machineState)
        .bytes();
  }

  /**
   * §7: replaces the state by a snapshot.
   *
   * @throws IllegalArgumentException if the bytes are no snapshot
   */
  void restore(byte[] snapshot) {
    Decoder in = new Decoder("snapshot", snapshot);
    int index = in.getCount();
    byte[] machineState = in.getBytes();
    in.end();
    machine.restore(machineState);
    lastApplied = index;
  }
}
