package io.raftbed.reference.kv;

import io.raftbed.lab.kv.StateMachine;
import java.nio.charset.StandardCharsets;

/** A state machine of all commands so far, in a row; the reply to each is the row with it. */
final class Journal implements StateMachine {

  private String commands = "";

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.US_ASCII);
  }

  @Override
  public byte[] apply(byte[] command) {
    commands += text(command);
    return bytes(commands);
  }

  @Override
  public byte[] snapshot() {
    return bytes(commands);
  }

  @Override
  public void restore(byte[] snapshot) {
    commands = text(snapshot);
  }

  @Override
  public String toString() {
    return commands;
  }
}
