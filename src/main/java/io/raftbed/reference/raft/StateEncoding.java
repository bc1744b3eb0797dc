package io.raftbed.reference.raft;

import io.raftbed.lab.LogEntry;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * The bytes of one server's {@link PersistentState} on stable storage: a version, the term, the
 * vote, the snapshot's last index and term, then the entries. The snapshot itself is stored beside
 * them.
 *
 * <p>It keeps the bytes of the entries, so that a save encodes only those that are new.
 */
final class StateEncoding {

  private static final byte VERSION = 1;
  private static final int NOBODY = -1;
  private static final int HEADER_BYTES = Byte.BYTES + 5 * Integer.BYTES;
  private static final int ENTRY_HEADER_BYTES = 2 * Integer.BYTES;

  private ByteBuffer encoded = ByteBuffer.allocate(HEADER_BYTES);

  /** Where the bytes of each encoded entry end. */
  private int[] ends = {};

  private int entries;

  byte[] encode(PersistentState state) {
    Log log = state.log();
    keep(state.firstUnsaved() - log.lastIncludedIndex() - 1);
    List<LogEntry> all = log.entries();
    ends = ends.length < all.size() ? Arrays.copyOf(ends, 2 * all.size()) : ends;
    while (entries < all.size()) {
      add(all.get(entries));
    }
    writeHeader(state);
    return Arrays.copyOf(encoded.array(), encoded.position());
  }

  /** Forgets all but the first entries. */
  private void keep(int count) {
    entries = Math.clamp(count, 0, entries);
    encoded.position(entries == 0 ? HEADER_BYTES : ends[entries - 1]);
  }

  private void add(LogEntry entry) {
    byte[] command = entry.command();
    int size = ENTRY_HEADER_BYTES + command.length;
    if (encoded.remaining() < size) {
      encoded = ByteBuffer.allocate(2 * (encoded.position() + size)).put(encoded.flip());
    }
    encoded.putInt(entry.term()).putInt(command.length).put(command);
    ends[entries++] = encoded.position();
  }

  private void writeHeader(PersistentState state) {
    int end = encoded.position();
    encoded.position(0);
    encoded.put(VERSION);
    encoded.putInt(state.currentTerm());
    encoded.putInt(state.votedFor().orElse(NOBODY));
    encoded.putInt(state.log().lastIncludedIndex());
    encoded.putInt(state.log().lastIncludedTerm());
    encoded.putInt(entries);
    encoded.position(end);
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
