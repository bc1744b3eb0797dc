package io.raftbed.reference.raft;

import io.raftbed.lab.LogEntry;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * The bytes of one server's {@link PersistentState} on stable storage: the entries, then a version,
 * the term, the vote, the snapshot's last index and term, and the number of entries. The snapshot
 * itself is stored beside them. Where members have changed, what must be known of them for the log
 * to begin with (§6) stands between the entries and the rest.
 *
 * <p>What changes most comes last, so that a save rewrites the end alone; it keeps count of where
 * the stored entries end.
 */
final class StateEncoding {

  private static final byte VERSION = 2;
  private static final int NOBODY = -1;
  private static final int TRAILER_BYTES = Byte.BYTES + 5 * Integer.BYTES;
  private static final int ENTRY_HEADER_BYTES = 2 * Integer.BYTES;

  /** Where the bytes of each stored entry end. */
  private int[] ends = {};

  private int entries;

  /** Returns how many of the stored bytes stay as they are. */
  int kept(PersistentState state) {
    int unchanged = state.firstUnsaved() - state.log().lastIncludedIndex() - 1;
    entries = Math.clamp(unchanged, 0, entries);
    return entries == 0 ? 0 : ends[entries - 1];
  }

  /** Returns the bytes that follow those that are {@link #kept}. */
  byte[] suffix(PersistentState state) {
    int kept = kept(state);
    List<LogEntry> all = state.log().entries();
    int firstAdded = entries;
    ends = ends.length < all.size() ? Arrays.copyOf(ends, 2 * all.size()) : ends;
    int end = kept;
    while (entries < all.size()) {
      end += ENTRY_HEADER_BYTES + all.get(entries).command().length;
      ends[entries++] = end;
    }
    byte[] members = state.configurations().commandAsOf(state.log().lastIncludedIndex());
    boolean changed = members.length > 0 || state.partFrom() > 0;
    int membersBytes = changed ? Integer.BYTES + members.length : 0;
    ByteBuffer encoded = ByteBuffer.allocate(end - kept + membersBytes + TRAILER_BYTES);
    for (int i = firstAdded; i < entries; i++) {
      LogEntry entry = all.get(i);
      encoded.putInt(entry.term()).putInt(entry.command().length).put(entry.command());
    }
    if (changed) {
      encoded.putInt(state.partFrom()).put(members);
    }
    writeTrailer(encoded, state);
    return encoded.array();
  }

  /** Returns all bytes. */
  byte[] whole(PersistentState state) {
    entries = 0;
    return suffix(state);
  }

  private void writeTrailer(ByteBuffer encoded, PersistentState state) {
    encoded.put(VERSION);
    encoded.putInt(state.currentTerm());
    encoded.putInt(state.votedFor().orElse(NOBODY));
    encoded.putInt(state.log().lastIncludedIndex());
    encoded.putInt(state.log().lastIncludedTerm());
    encoded.putInt(entries);
  }

  /**
   * Reads what {@link #whole} wrote.
   *
   * @param bytes the encoded state, empty on first boot
   * @param snapshot the snapshot stored beside it
   * @param founders the founders of the cluster, if the server is one of them
   * @throws IllegalArgumentException if the bytes are anything else
   */
  static PersistentState decode(byte[] bytes, byte[] snapshot, List<Integer> founders) {
    if (bytes.length == 0) {
      return new PersistentState(founders);
    }
    try {
      return read(ByteBuffer.wrap(bytes), snapshot, founders);
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("the saved state ends too early", e);
    }
  }

  private static PersistentState read(ByteBuffer in, byte[] snapshot, List<Integer> founders) {
    int endOfEntries = in.limit() - TRAILER_BYTES;
    if (endOfEntries < 0) {
      throw new BufferUnderflowException();
    }
    in.position(endOfEntries);
    byte version = in.get();
    if (version != VERSION) {
      throw new IllegalArgumentException("the saved state has an unknown version: " + version);
    }
    int currentTerm = natural(in);
    int candidate = in.getInt();
    OptionalInt votedFor = candidate == NOBODY ? OptionalInt.empty() : OptionalInt.of(candidate);
    int lastIncludedIndex = natural(in);
    int lastIncludedTerm = natural(in);
    List<LogEntry> entries = readEntries(natural(in), in.flip().limit(endOfEntries));
    Log log = new Log(lastIncludedIndex, lastIncludedTerm, entries);
    int partFrom = in.hasRemaining() ? natural(in) : 0;
    byte[] members = new byte[in.remaining()];
    in.get(members);
    return new PersistentState(
        currentTerm,
        votedFor,
        log,
        snapshot,
        new Configurations(founders, lastIncludedIndex, members),
        partFrom);
  }

  private static List<LogEntry> readEntries(int count, ByteBuffer in) {
    List<LogEntry> entries = new ArrayList<>();
    while (entries.size() < count) {
      entries.add(readEntry(in));
    }
    return entries;
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
