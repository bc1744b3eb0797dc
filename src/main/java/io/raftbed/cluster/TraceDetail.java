package io.raftbed.cluster;

import io.raftbed.net.MessageText;
import io.raftbed.trace.LogDetail;
import java.util.OptionalInt;

/** What an event of a server was about, for the trace; turned into text only when shown. */
sealed interface TraceDetail {

  /** A command at its index. */
  record Entry(int index, byte[] command) implements TraceDetail, LogDetail {
    @Override
    public String toString() {
      return "index " + index + " = " + MessageText.show(command);
    }
  }

  /** A command that a leader accepted. */
  record Accepted(byte[] command, int index, int term) implements TraceDetail, LogDetail {
    @Override
    public OptionalInt entryTerm() {
      return OptionalInt.of(term);
    }

    @Override
    public String toString() {
      return "%s at index %d, term %d".formatted(MessageText.show(command), index, term);
    }
  }

  /** A snapshot and the last index that it covers. */
  record SnapshotUpTo(int index, int bytes) implements TraceDetail, LogDetail {
    @Override
    public String toString() {
      return "up to index " + index + ", " + bytes + " bytes";
    }
  }

  /** Something of the sizes of a save, in bytes. */
  sealed interface Sized extends TraceDetail {
    int raftStateBytes();

    int snapshotBytes();

    default String sizes() {
      return "Raft state %d bytes, snapshot %d bytes".formatted(raftStateBytes(), snapshotBytes());
    }
  }

  /** What a server saved. */
  record Saved(int raftStateBytes, int snapshotBytes) implements Sized {
    @Override
    public String toString() {
      return sizes();
    }
  }

  /** What a server wants to be saved while it goes on. */
  record Queued(int raftStateBytes, int snapshotBytes) implements Sized {
    @Override
    public String toString() {
      return sizes() + ", queued";
    }
  }
}
