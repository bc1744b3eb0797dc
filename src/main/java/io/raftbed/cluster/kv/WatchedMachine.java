package io.raftbed.cluster.kv;

import io.raftbed.lab.kv.StateMachine;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * A state machine on one server. What it makes of each command is compared with what those of the
 * other servers make of it. It counts the commands that it was given; so that a snapshot carries
 * the count on, its last bytes are the count.
 */
final class WatchedMachine implements StateMachine {

  private final int server;
  private final StateMachine machine;
  private final MachineLedger ledger;
  private int commands;
  private OptionalLong state;

  WatchedMachine(int server, StateMachine machine, MachineLedger ledger) {
    this.server = server;
    this.machine = machine;
    this.ledger = ledger;
    this.state = hashOf(machine);
  }

  private static OptionalLong hashOf(StateMachine machine) {
    return Objects.requireNonNull(
        machine.stateHash(), "StateMachine.stateHash returned null; for no hash, an empty one");
  }

  @Override
  public byte[] apply(byte[] command) {
    Objects.requireNonNull(command, "StateMachine.apply(null)");
    byte[] reply =
        Objects.requireNonNull(
            machine.apply(command.clone()), "StateMachine.apply returned null; reply with bytes");
    OptionalLong before = state;
    state = hashOf(machine);
    ledger.applied(server, commands++, command, reply, before, state);
    return reply;
  }

  @Override
  public byte[] snapshot() {
    byte[] state =
        Objects.requireNonNull(machine.snapshot(), "StateMachine.snapshot returned null");
    byte[] counted = Arrays.copyOf(state, state.length + Integer.BYTES);
    ByteBuffer.wrap(counted).putInt(state.length, commands);
    return counted;
  }

  @Override
  public void restore(byte[] snapshot) {
    Objects.requireNonNull(snapshot, "StateMachine.restore(null)");
    if (snapshot.length < Integer.BYTES) {
      throw new IllegalArgumentException(
          "StateMachine.restore: these %d bytes are not what StateMachine.snapshot returned"
              .formatted(snapshot.length));
    }
    int length = snapshot.length - Integer.BYTES;
    commands = ByteBuffer.wrap(snapshot).getInt(length);
    machine.restore(Arrays.copyOf(snapshot, length));
    state = hashOf(machine);
    ledger.restored(server, commands, state);
  }
}
