package io.raftbed.reference.raft;

import io.raftbed.lab.ApplyMsg;
import java.util.ArrayList;
import java.util.List;

/** §5.3: "if commitIndex &gt; lastApplied": what the state machine gets next, in log order. */
final class Delivery {

  private final ServerState state;

  Delivery(ServerState state) {
    this.state = state;
  }

  boolean isDue() {
    return state.commitIndex() > state.lastApplied();
  }

  /**
   * Takes all that is due. Whoever takes must send it before anybody takes again: then nothing
   * reaches the state machine after a snapshot that covers it.
   */
  List<ApplyMsg> take() {
    Log log = state.log();
    List<ApplyMsg> due = new ArrayList<>();
    if (state.lastApplied() < log.lastIncludedIndex()) {
      // §7: the entries are gone; a leader's snapshot holds what they did
      byte[] snapshot = state.persistent().snapshot();
      due.add(new ApplyMsg.Snapshot(log.lastIncludedIndex(), log.lastIncludedTerm(), snapshot));
      state.appliedTo(log.lastIncludedIndex());
    }
    for (int index = state.lastApplied() + 1; index <= state.commitIndex(); index++) {
      due.add(new ApplyMsg.Command(index, log.entryAt(index).command()));
    }
    state.appliedTo(state.commitIndex());
    return due;
  }
}
