package io.raftbed.lab;

/**
 * InstallSnapshot (Figure 13), sent whole in one message as in the labs.
 *
 * @param term the leader's term
 * @param leaderId the id of the leader
 * @param lastIncludedIndex the snapshot replaces all entries up to and including this index
 * @param lastIncludedTerm the term of that entry
 * @param configuration the {@link Configuration#command} of the members as of that entry; empty
 *     from a leader that does not change them
 * @param data the snapshot's bytes
 */
public record InstallSnapshotArgs(
    int term,
    int leaderId,
    int lastIncludedIndex,
    int lastIncludedTerm,
    byte[] configuration,
    byte[] data)
    implements Request<InstallSnapshotReply> {

  /** The message of a leader that does not change the members. */
  public InstallSnapshotArgs(
      int term, int leaderId, int lastIncludedIndex, int lastIncludedTerm, byte[] data) {
    this(term, leaderId, lastIncludedIndex, lastIncludedTerm, new byte[0], data);
  }
}
