package io.raftbed.reference.raft;

import io.raftbed.lab.AppendEntriesArgs;
import io.raftbed.lab.AppendEntriesReply;
import io.raftbed.lab.InstallSnapshotArgs;
import io.raftbed.lab.InstallSnapshotReply;
import io.raftbed.lab.LogEntry;
import io.raftbed.lab.Started;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Log replication (§5.3, §5.4.2, §7) at the leader: "Rules for Servers: Leaders". */
final class Leadership {

  private final ServerState state;
  private final int maxEntries;
  private int toldLastIndex;
  private int toldCommitIndex;

  /**
   * The leader's rules.
   *
   * @param maxEntries how many entries one AppendEntries carries at most
   */
  Leadership(ServerState state, int maxEntries) {
    this.state = state;
    this.maxEntries = maxEntries;
  }

  /** §5.3: appends a client's command to the leader's log; empty when this is not the leader. */
  Optional<Started> append(byte[] command) {
    if (!state.isLeader()) {
      return Optional.empty();
    }
    state.persistent().append(new LogEntry(state.currentTerm(), command));
    advanceCommitIndex(state.log().lastIndex());
    return Optional.of(new Started(state.log().lastIndex(), state.currentTerm()));
  }

  /** Whether a leader's log, or what of it is committed, has grown since this was asked last. */
  boolean hasGrown() {
    if (!state.isLeader()) {
      return false;
    }
    int lastIndex = state.log().lastIndex();
    boolean grown = lastIndex != toldLastIndex || state.commitIndex() != toldCommitIndex;
    toldLastIndex = lastIndex;
    toldCommitIndex = state.commitIndex();
    return grown;
  }

  /**
   * Whether this is a leader with something to tell now: its follower lacks entries or word of
   * their commitment, and no message is on its way to it.
   */
  boolean hasNewsFor(int follower) {
    if (!(state.role() instanceof Role.Leader(var progress))) {
      return false;
    }
    Progress its = progress.get(follower);
    return !its.awaitsReply()
        && (its.nextIndex() <= state.log().lastIndex() || its.knownCommit() < state.commitIndex());
  }

  /**
   * §6: whether this leader speaks to a server: it does to all in its configuration, and to those
   * who leave until they know it.
   */
  boolean addresses(int server) {
    Configurations members = state.persistent().configurations();
    return members.contains(server)
        || (members.contained(server) && progressOf(server).knownCommit() < members.latestIndex());
  }

  /** §6: whether a server is known to be no member any more: its terms do not count. */
  private boolean hasLeft(int server) {
    Configurations members = state.persistent().configurations();
    return !members.contains(server) && members.latestIndex() <= state.commitIndex();
  }

  /** §6: a server comes new: whatever was known of it is of another life. */
  void welcome(int server) {
    progressOf(server).restart(state.log().lastIndex() + 1);
  }

  /**
   * §6: whether a new server has an entry, takes part, and lacks no more than one message holds.
   */
  boolean isCaughtUp(int server, int index) {
    int matchIndex = matchIndex(server);
    return server == state.me() // elected by who did not know of the change
        || (matchIndex >= index
            && matchIndex + maxEntries >= state.log().lastIndex()
            && progressOf(server).hasWhatItWasShown());
  }

  /** Which of some servers is known to hold most of the log; there is one at least. */
  int mostUpToDate(List<Integer> servers) {
    return Collections.max(servers, Comparator.comparingInt(this::matchIndex));
  }

  /** §7: whether what the follower needs next is gone from the log. */
  boolean needsSnapshot(int follower) {
    return progressOf(follower).nextIndex() <= state.log().lastIncludedIndex();
  }

  /** §5.3: the entries that the follower lacks; without any it is a heartbeat (§5.2). */
  AppendEntriesArgs appendEntriesTo(int follower) {
    Log log = state.log();
    Progress progress = progressOf(follower);
    int nextIndex = progress.nextIndex();
    List<LogEntry> entries =
        log.entries(nextIndex, Math.min(log.lastIndex(), nextIndex + maxEntries - 1));
    int prevLogIndex = nextIndex - 1;
    progress.messageSent();
    return new AppendEntriesArgs(
        state.currentTerm(),
        state.me(),
        prevLogIndex,
        log.termAt(prevLogIndex),
        entries,
        state.commitIndex());
  }

  /** §7: the snapshot, for a follower that needs it. */
  InstallSnapshotArgs installSnapshotOn(int follower) {
    Log log = state.log();
    progressOf(follower).messageSent();
    return new InstallSnapshotArgs(
        state.currentTerm(),
        state.me(),
        log.lastIncludedIndex(),
        log.lastIncludedTerm(),
        state.persistent().configurations().commandAsOf(log.lastIncludedIndex()),
        state.persistent().snapshot());
  }

  /** §5.3: a follower answered; success covers what the request carried and nothing beyond. */
  void appendEntriesReply(int follower, AppendEntriesArgs args, AppendEntriesReply reply) {
    if (!isCurrent(follower, args.term(), reply.term())) {
      return;
    }
    Progress progress = progressOf(follower);
    progress.replyCame(args.prevLogIndex() + args.entries().size());
    if (reply.success()) {
      int lastNewEntry = args.prevLogIndex() + args.entries().size();
      progress.matched(lastNewEntry, args.leaderCommit());
      advanceCommitIndex(lastNewEntry);
    } else {
      progress.refused(args.prevLogIndex(), reply, state.log());
    }
  }

  /** §7: a follower has taken the snapshot, or already held all that it covers. */
  void installSnapshotReply(int follower, InstallSnapshotArgs args, InstallSnapshotReply reply) {
    if (isCurrent(follower, args.term(), reply.term())) {
      Progress progress = progressOf(follower);
      progress.replyCame(args.lastIncludedIndex());
      progress.matched(args.lastIncludedIndex(), args.lastIncludedIndex());
      advanceCommitIndex(args.lastIncludedIndex());
    }
  }

  /** Whether a reply belongs to this leadership: a server leads a term at most once. */
  private boolean isCurrent(int follower, int termOfRequest, int termOfReply) {
    if (hasLeft(follower) && termOfReply > state.currentTerm()) {
      return false; // §6
    }
    state.observeTerm(termOfReply); // §5.1
    return state.isLeader() && termOfRequest == state.currentTerm();
  }

  /**
   * §5.4.2: an entry is committed once a majority stores it, but only if it is of the leader's own
   * term; earlier ones are committed with it, never by counting (Figure 8).
   *
   * @param newlyStored up to where one more server is now known to store the log
   */
  private void advanceCommitIndex(int newlyStored) {
    if (newlyStored <= state.commitIndex()
        || !state.quorum().holdsFor(server -> matchIndex(server) > state.commitIndex())) {
      return; // most replies change nothing; to look costs less than to sort
    }
    int stored = state.quorum().storedByMajority(this::matchIndex);
    if (stored > state.commitIndex() && state.log().termAt(stored) == state.currentTerm()) {
      state.commitTo(stored);
    }
  }

  private int matchIndex(int server) {
    return server == state.me() ? state.log().lastIndex() : progressOf(server).matchIndex();
  }

  private Progress progressOf(int follower) {
    if (state.role() instanceof Role.Leader(var progress)) {
      return progress.get(follower);
    }
    throw new IllegalStateException("only a leader knows the progress of others");
  }
}
