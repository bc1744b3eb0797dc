package io.raftbed.cluster;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The state of the service above a Raft server: every command it was given, in log order. Its
 * snapshot is the last index and then, for each index from 1, the command's length and bytes.
 */
final class ServiceState {

  private final List<byte[]> commands = new ArrayList<>();

  /**
   * The commands as a snapshot holds them, grown with them: encoding all anew would be quadratic.
   */
  private final ByteArrayOutputStream encoded = new ByteArrayOutputStream();

  private int encodedUpTo;

  /** Returns the index of the last command, 0 when there is none. */
  int lastIndex() {
    return commands.size();
  }

  /** Returns the command at an index, from 1 to the last. */
  byte[] command(int index) {
    return commands.get(index - 1);
  }

  void append(byte[] command) {
    commands.add(command);
  }

  byte[] snapshot() {
    while (encodedUpTo < lastIndex()) {
      byte[] command = command(++encodedUpTo);
      encoded.writeBytes(intBytes(command.length));
      encoded.writeBytes(command);
    }
    return ByteBuffer.allocate(Integer.BYTES + encoded.size())
        .putInt(lastIndex())
        .put(encoded.toByteArray())
        .array();
  }

  /** Reads a snapshot, or returns empty when these bytes are none. */
  static Optional<ServiceState> of(byte[] snapshot) {
    ByteBuffer in = ByteBuffer.wrap(snapshot);
    ServiceState state = new ServiceState();
    try {
      int lastIndex = in.getInt();
      while (in.hasRemaining()) {
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
          return Optional.empty();
        }
        byte[] command = new byte[length];
        in.get(command);
        state.append(command);
      }
      return state.lastIndex() == lastIndex ? Optional.of(state) : Optional.empty();
    } catch (BufferUnderflowException e) {
      return Optional.empty();
    }
  }

  private static byte[] intBytes(int value) {
    return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
  }
}
