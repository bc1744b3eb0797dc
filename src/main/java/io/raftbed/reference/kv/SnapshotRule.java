package io.raftbed.reference.kv;

/**
 * When to compact the log (Raft paper, section 7: "when the log reaches a fixed size in bytes").
 *
 * <p>A snapshot is due when Raft's state nears its limit, and three quarters of the limit are
 * commands that were applied: where what is not applied yet takes most of the room, a snapshot
 * after every single command would free next to nothing, and cost a write of the whole state each.
 */
final class SnapshotRule {

  private final long near;
  private long appliedBytes;

  /**
   * Makes the rule for a limit.
   *
   * @param maxRaftState in bytes, {@link Integer#MAX_VALUE} for no snapshots at all
   */
  SnapshotRule(int maxRaftState) {
    boolean never = maxRaftState == Integer.MAX_VALUE;
    near = never ? Long.MAX_VALUE : maxRaftState * 3L / 4;
  }

  /** A command of so many bytes was applied, now or by an earlier boot, and may be compacted. */
  void applied(int bytes) {
    appliedBytes += bytes;
  }

  /** Whether a snapshot is due, where Raft's state has so many bytes. */
  boolean isDue(int raftStateSize) {
    return raftStateSize >= near && appliedBytes >= near;
  }

  /** A snapshot of all that is applied was taken or installed. */
  void compacted() {
    appliedBytes = 0;
  }
}
