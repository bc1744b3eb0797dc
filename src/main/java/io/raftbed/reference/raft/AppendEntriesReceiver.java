package io.raftbed.reference.raft;

import static io.raftbed.lab.AppendEntriesReply.NONE;

import io.raftbed.lab.AppendEntriesArgs;
import io.raftbed.lab.AppendEntriesReply;
import io.raftbed.lab.LogEntry;

/** Log replication (§5.3) at the follower: the box "AppendEntries RPC". */
final class AppendEntriesReceiver {

  private final ServerState state;

  AppendEntriesReceiver(ServerState state) {
    this.state = state;
  }

  /** Answers a leader; the numbers are those of the receiver's rules in Figure 2. */
  AppendEntriesReply appendEntries(AppendEntriesArgs args) {
    state.observeTerm(args.term()); // §5.1
    if (args.term() < state.currentTerm()) {
      return refused(NONE, NONE); // 1. §5.1
    }
    state.acknowledgeLeader(); // §5.2
    if (!state.log().matches(args.prevLogIndex(), args.prevLogTerm())) {
      return conflictAt(args.prevLogIndex()); // 2. §5.3
    }
    store(args); // 3. and 4. §5.3
    int lastNewEntry = args.prevLogIndex() + args.entries().size();
    // 5. §5.3: what follows the last new entry may still conflict with the leader's log
    state.commitTo(Math.min(args.leaderCommit(), lastNewEntry));
    return new AppendEntriesReply(state.currentTerm(), true, NONE, NONE, NONE);
  }

  /**
   * §5.3: deletes from the first conflicting entry on, and appends what is not there yet. Entries
   * that match stay, and so does what follows them: the message may be an old one, late.
   */
  private void store(AppendEntriesArgs args) {
    Log log = state.log();
    int index = args.prevLogIndex();
    for (LogEntry entry : args.entries()) {
      index++;
      if (log.matches(index, entry.term())) {
        continue;
      }
      if (index <= log.lastIndex()) {
        state.persistent().truncateFrom(index); // 3.
      }
      state.persistent().append(entry); // 4.
    }
  }

  /** §5.3, last part: tells the leader enough to skip all conflicting entries of one term. */
  private AppendEntriesReply conflictAt(int prevLogIndex) {
    Log log = state.log();
    if (prevLogIndex > log.lastIndex()) {
      return refused(NONE, NONE);
    }
    return refused(log.termAt(prevLogIndex), log.firstIndexOfTermAt(prevLogIndex));
  }

  private AppendEntriesReply refused(int xTerm, int xIndex) {
    int xLen = state.log().lastIndex();
    return new AppendEntriesReply(state.currentTerm(), false, xTerm, xIndex, xLen);
  }
}
