package io.raftbed.reference.raft;

import io.raftbed.lab.InstallSnapshotArgs;
import io.raftbed.lab.InstallSnapshotReply;

/** Log compaction (§7): the box "InstallSnapshot RPC" of Figure 13, and one's own snapshots. */
final class Snapshots {

  private final ServerState state;

  Snapshots(ServerState state) {
    this.state = state;
  }

  /**
   * §7: the service has saved its state up to and including an index.
   *
   * @throws IllegalArgumentException if the service cannot have applied that index yet
   */
  void taken(int index, byte[] snapshot) {
    Log log = state.log();
    if (index > state.lastApplied()) {
      throw new IllegalArgumentException(
          "snapshot up to " + index + ", but applied only up to " + state.lastApplied());
    }
    if (index > log.lastIncludedIndex()) { // else a newer snapshot has overtaken this one
      state.persistent().replaceBySnapshot(index, log.termAt(index), snapshot);
    }
  }

  /**
   * Answers a leader; the numbers are those of the receiver's rules in Figure 13. A snapshot comes
   * whole in one message, so rules 2 to 4, about its parts, have nothing to do.
   */
  InstallSnapshotReply installSnapshot(InstallSnapshotArgs args) {
    state.observeTerm(args.term()); // §5.1
    InstallSnapshotReply reply = new InstallSnapshotReply(state.currentTerm());
    if (args.term() < state.currentTerm()) {
      return reply; // 1. §5.1
    }
    state.acknowledgeLeader(); // §5.2
    if (args.lastIncludedIndex() > state.commitIndex()) { // else this server has all of it
      // 5. to 7. §7: save it; keep what follows it if the log holds its last entry, else nothing
      state
          .persistent()
          .replaceBySnapshot(
              args.lastIncludedIndex(), args.lastIncludedTerm(), args.data(), args.configuration());
      // 8. §7: the state machine takes it as the next thing to apply
      state.commitTo(args.lastIncludedIndex());
    }
    return reply;
  }
}
