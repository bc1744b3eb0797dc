package io.raftbed.suite;

import io.raftbed.lab.kv.StateMachine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/** The state machine of the tests of the layer over Raft: it counts. */
final class Counter implements StateMachine {

  /** What it can be told to do. */
  enum Command {
    /** Adds one and replies with the sum. */
    INC,
    /** Does nothing. */
    NULL,
    /** Takes one off; given only where nothing can be committed. */
    DEC;

    byte[] bytes() {
      return name().getBytes(StandardCharsets.US_ASCII);
    }
  }

  private int value;
  private int decrements;

  int value() {
    return value;
  }

  /** Returns how often it was told to take one off. */
  int decrements() {
    return decrements;
  }

  @Override
  public byte[] apply(byte[] command) {
    switch (Command.valueOf(new String(command, StandardCharsets.US_ASCII))) {
      case INC -> value++;
      case NULL -> {}
      case DEC -> {
        value--;
        decrements++;
      }
    }
    return snapshot();
  }

  /** Returns the value that a reply or a snapshot holds. */
  static int valueOf(byte[] reply) {
    return ByteBuffer.wrap(reply).getInt();
  }

  @Override
  public byte[] snapshot() {
    return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
  }

  @Override
  public void restore(byte[] snapshot) {
    value = valueOf(snapshot);
  }

  @Override
  public OptionalLong stateHash() {
    return OptionalLong.of(value);
  }
}
