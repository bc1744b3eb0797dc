package io.raftbed.reference.raft;

import io.raftbed.lab.LogEntry;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The bytes of {@link PersistentState} on stable storage: a version, the term, the vote, the
 * snapshot's last index and term, then the entries. The snapshot itself is stored beside them.
 */
final class StateEncoding {

  private static final byte VERSION = 1;
  private static final int NOBODY = -1;
  private static final int HEADER_BYTES = Byte.BYTES + 5 * Integer.BYTES;
  private static final int ENTRY_HEADER_BYTES = 2 * Integer.BYTES;

  private StateEncoding() {}

  static byte[] encode(PersistentState state) {
    Log log = state.log();
    List<LogEntry> entries = log.entries();
    int size = HEADER_BYTES;
    for (LogEntry entry : entries) {
      size += ENTRY_HEADER_BYTES + entry.command().length;
    }
    ByteBuffer out = ByteBuffer.allocate(size);
    out.put(VERSION);
    out.putInt(state.currentTerm());
    out.putInt(state.votedFor().orElse(NOBODY));
    out.putInt(log.lastIncludedIndex());
    out.putInt(log.lastIncludedTerm());
    out.putInt(entries.size());
    for (LogEntry entry : entries) {
      out.putInt(entry.term()).putInt(entry.command().length).put(entry.command());
    }
    return out.array();
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @param bytes the encoded state, empty on first boot
   * @param snapshot the snapshot stored beside it
   * @throws IllegalArgumentException if the bytes are anything else
   */
  static PersistentState decode(byte[] bytes, byte[] snapshot) {
    if (bytes.length == 0) {
      return new PersistentState();
    }
    try {
      return read(ByteBuffer.wrap(bytes), snapshot);
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("the saved state ends too early", e);
    }
  }

  private static PersistentState read(ByteBuffer in, byte[] snapshot) {
    byte version = in.get();
    if (version != VERSION) {
      throw new IllegalArgumentException("the saved state has an unknown version: " + version);
    }
    int currentTerm = natural(in);
    int candidate = in.getInt();
    OptionalInt votedFor = candidate == NOBODY ? OptionalInt.empty() : OptionalInt.of(candidate);
    int lastIncludedIndex = natural(in);
    int lastIncludedTerm = natural(in);
    List<LogEntry> entries = new ArrayList<>();
    for (int left = natural(in); left > 0; left--) {
      entries.add(readEntry(in));
    }
    if (in.hasRemaining()) {
      throw new IllegalArgumentException("the saved state has bytes after its end");
    }
    Log log = new Log(lastIncludedIndex, lastIncludedTerm, entries);
    return new PersistentState(currentTerm, votedFor, log, snapshot);
  }

  private static LogEntry readEntry(ByteBuffer in) {
    int term = natural(in);
    int length = natural(in);
    if (length > in.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] command = new byte[length];
    in.get(command);
    return new LogEntry(term, command);
  }

  private static int natural(ByteBuffer in) {
    int value = in.getInt();
    if (value < 0) {
      throw new IllegalArgumentException("the saved state has a negative number: " + value);
    }
    return value;
  }
}
