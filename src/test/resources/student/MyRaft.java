import io.raftbed.lab.AppendEntriesArgs;
import io.raftbed.lab.AppendEntriesReply;
import io.raftbed.lab.ApplyMsg;
import io.raftbed.lab.Environment;
import io.raftbed.lab.InstallSnapshotArgs;
import io.raftbed.lab.InstallSnapshotReply;
import io.raftbed.lab.LogEntry;
import io.raftbed.lab.Peer;
import io.raftbed.lab.Raft;
import io.raftbed.lab.RaftState;
import io.raftbed.lab.RequestVoteArgs;
import io.raftbed.lab.RequestVoteReply;
import io.raftbed.lab.Started;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A whole Raft in one class and under one lock, as students write it. */
public class MyRaft implements Raft {
  private static final long HEARTBEAT_MILLIS = 100;

  private enum Role {
    FOLLOWER,
    CANDIDATE,
    LEADER
  }

  private final Environment environment;
  private final Random random = new Random();

  private int currentTerm;
  private int votedFor = -1;

  // log.get(0) stands for the last entry of the snapshot, at index base.
  private int base;
  private List<LogEntry> log = new ArrayList<>(List.of(new LogEntry(0, new byte[0])));
  private byte[] snapshot = {};

  private Role role = Role.FOLLOWER;
  private int commitIndex;
  private int lastApplied;
  private boolean snapshotToApply;
  private int[] nextIndex = {};
  private int[] matchIndex = {};
  private int votes;
  private long electionDeadline;

  public MyRaft(Environment environment) {
    this.environment = environment;
    restore();
    resetElectionTimer();
    environment.handle(RequestVoteArgs.class, this::requestVote);
    environment.handle(AppendEntriesArgs.class, this::appendEntries);
    environment.handle(InstallSnapshotArgs.class, this::installSnapshot);
    new Thread(this::tick, "ticker").start();
    new Thread(this::apply, "applier").start();
  }

  // ---- what the service calls ----

  @Override
  public synchronized Optional<Started> start(byte[] command) {
    if (role != Role.LEADER) {
      return Optional.empty();
    }
    log.add(new LogEntry(currentTerm, command));
    persist();
    matchIndex[environment.me()] = lastIndex();
    broadcast();
    return Optional.of(new Started(lastIndex(), currentTerm));
  }

  @Override
  public synchronized RaftState state() {
    return new RaftState(currentTerm, role == Role.LEADER);
  }

  @Override
  public synchronized void snapshot(int index, byte[] data) {
    if (index > base) {
      log = new ArrayList<>(log.subList(index - base, log.size()));
      base = index;
      snapshot = data;
      persist();
    }
  }

  // ---- elections ----

  private void tick() {
    long nextHeartbeat = 0;
    while (true) {
      sleep(10);
      synchronized (this) {
        long now = System.nanoTime();
        if (role == Role.LEADER) {
          if (now >= nextHeartbeat) {
            nextHeartbeat = now + HEARTBEAT_MILLIS * 1_000_000;
            broadcast();
          }
        } else if (now >= electionDeadline) {
          startElection();
          nextHeartbeat = 0;
        }
      }
    }
  }

  private void startElection() {
    role = Role.CANDIDATE;
    currentTerm++;
    votedFor = environment.me();
    votes = 1;
    persist();
    resetElectionTimer();
    RequestVoteArgs args =
        new RequestVoteArgs(currentTerm, environment.me(), lastIndex(), term(lastIndex()));
    for (Peer peer : environment.peers()) {
      if (peer.id() != environment.me()) {
        new Thread(() -> peer.call(args).ifPresent(reply -> countVote(args, reply))).start();
      }
    }
  }

  private synchronized void countVote(RequestVoteArgs args, RequestVoteReply reply) {
    seeTerm(reply.term());
    if (role != Role.CANDIDATE || currentTerm != args.term() || !reply.voteGranted()) {
      return;
    }
    votes++;
    if (votes > environment.peers().size() / 2) {
      role = Role.LEADER;
      nextIndex = new int[environment.peers().size()];
      matchIndex = new int[environment.peers().size()];
      for (int i = 0; i < nextIndex.length; i++) {
        nextIndex[i] = lastIndex() + 1;
      }
      matchIndex[environment.me()] = lastIndex();
      broadcast();
    }
  }

  private synchronized RequestVoteReply requestVote(RequestVoteArgs args) {
    seeTerm(args.term());
    boolean upToDate =
        args.lastLogTerm() > term(lastIndex())
            || (args.lastLogTerm() == term(lastIndex()) && args.lastLogIndex() >= lastIndex());
    boolean granted =
        args.term() == currentTerm
            && (votedFor == -1 || votedFor == args.candidateId())
            && upToDate;
    if (granted) {
      votedFor = args.candidateId();
      persist();
      resetElectionTimer();
    }
    return new RequestVoteReply(currentTerm, granted);
  }

  private void seeTerm(int term) {
    if (term > currentTerm) {
      currentTerm = term;
      votedFor = -1;
      role = Role.FOLLOWER;
      persist();
    }
  }

  private void resetElectionTimer() {
    electionDeadline = System.nanoTime() + (300 + random.nextInt(300)) * 1_000_000L;
  }

  // ---- replication ----

  private void broadcast() {
    for (Peer peer : environment.peers()) {
      if (peer.id() != environment.me()) {
        replicate(peer);
      }
    }
  }

  private void replicate(Peer peer) {
    int next = nextIndex[peer.id()];
    if (next <= base) {
      InstallSnapshotArgs args =
          new InstallSnapshotArgs(currentTerm, environment.me(), base, term(base), snapshot);
      new Thread(() -> peer.call(args).ifPresent(reply -> snapshotTaken(peer, args, reply)))
          .start();
      return;
    }
    List<LogEntry> entries = new ArrayList<>(log.subList(next - base, log.size()));
    AppendEntriesArgs args =
        new AppendEntriesArgs(
            currentTerm, environment.me(), next - 1, term(next - 1), entries, commitIndex);
    new Thread(() -> peer.call(args).ifPresent(reply -> appended(peer, args, reply))).start();
  }

  private synchronized void appended(Peer peer, AppendEntriesArgs args, AppendEntriesReply reply) {
    seeTerm(reply.term());
    if (role != Role.LEADER || currentTerm != args.term()) {
      return;
    }
    int id = peer.id();
    if (reply.success()) {
      matchIndex[id] = Math.max(matchIndex[id], args.prevLogIndex() + args.entries().size());
      nextIndex[id] = Math.max(nextIndex[id], matchIndex[id] + 1);
      advanceCommit();
    } else if (nextIndex[id] == args.prevLogIndex() + 1) {
      nextIndex[id] = Math.max(matchIndex[id] + 1, backUp(reply));
      replicate(peer);
    }
  }

  private int backUp(AppendEntriesReply reply) {
    if (reply.xTerm() == AppendEntriesReply.NONE) {
      return reply.xLen() + 1;
    }
    for (int i = lastIndex(); i > base; i--) {
      if (term(i) == reply.xTerm()) {
        return i + 1;
      }
    }
    return Math.max(1, reply.xIndex());
  }

  private void advanceCommit() {
    for (int n = lastIndex(); n > commitIndex && term(n) == currentTerm; n--) {
      int count = 0;
      for (int match : matchIndex) {
        if (match >= n) {
          count++;
        }
      }
      if (count > matchIndex.length / 2) {
        commitIndex = n;
        notifyAll();
        return;
      }
    }
  }

  private synchronized AppendEntriesReply appendEntries(AppendEntriesArgs args) {
    seeTerm(args.term());
    int none = AppendEntriesReply.NONE;
    if (args.term() < currentTerm) {
      return new AppendEntriesReply(currentTerm, false, none, none, lastIndex());
    }
    role = Role.FOLLOWER;
    resetElectionTimer();
    int previous = args.prevLogIndex();
    if (previous > lastIndex()) {
      return new AppendEntriesReply(currentTerm, false, none, none, lastIndex());
    }
    if (previous > base && term(previous) != args.prevLogTerm()) {
      int conflict = term(previous);
      int first = previous;
      while (first > base + 1 && term(first - 1) == conflict) {
        first--;
      }
      return new AppendEntriesReply(currentTerm, false, conflict, first, lastIndex());
    }
    store(previous, args.entries());
    int last = previous + args.entries().size();
    if (Math.min(args.leaderCommit(), last) > commitIndex) {
      commitIndex = Math.min(args.leaderCommit(), last);
      notifyAll();
    }
    return new AppendEntriesReply(currentTerm, true, none, none, lastIndex());
  }

  private void store(int previous, List<LogEntry> entries) {
    boolean changed = false;
    for (int i = 0; i < entries.size(); i++) {
      int index = previous + 1 + i;
      if (index <= base) {
        continue;
      }
      if (index <= lastIndex() && term(index) != entries.get(i).term()) {
        log.subList(index - base, log.size()).clear();
      }
      if (index > lastIndex()) {
        log.add(entries.get(i));
        changed = true;
      }
    }
    if (changed) {
      persist();
    }
  }

  // ---- snapshots ----

  private synchronized InstallSnapshotReply installSnapshot(InstallSnapshotArgs args) {
    seeTerm(args.term());
    if (args.term() < currentTerm) {
      return new InstallSnapshotReply(currentTerm);
    }
    role = Role.FOLLOWER;
    resetElectionTimer();
    int index = args.lastIncludedIndex();
    if (index > commitIndex) {
      boolean known = index <= lastIndex() && term(index) == args.lastIncludedTerm();
      List<LogEntry> rest = known ? log.subList(index - base + 1, log.size()) : List.<LogEntry>of();
      List<LogEntry> kept = new ArrayList<>();
      kept.add(new LogEntry(args.lastIncludedTerm(), new byte[0]));
      kept.addAll(rest);
      log = kept;
      base = index;
      snapshot = args.data();
      commitIndex = index;
      snapshotToApply = true;
      persist();
      notifyAll();
    }
    return new InstallSnapshotReply(currentTerm);
  }

  private synchronized void snapshotTaken(
      Peer peer, InstallSnapshotArgs args, InstallSnapshotReply reply) {
    seeTerm(reply.term());
    if (role == Role.LEADER && currentTerm == args.term()) {
      int id = peer.id();
      matchIndex[id] = Math.max(matchIndex[id], args.lastIncludedIndex());
      nextIndex[id] = Math.max(nextIndex[id], matchIndex[id] + 1);
    }
  }

  // ---- applying ----

  private void apply() {
    try {
      while (true) {
        environment.applyChannel().send(nextToApply());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized ApplyMsg nextToApply() throws InterruptedException {
    while (!snapshotToApply && lastApplied >= commitIndex) {
      wait();
    }
    if (snapshotToApply) {
      snapshotToApply = false;
      lastApplied = base;
      return new ApplyMsg.Snapshot(base, term(base), snapshot);
    }
    lastApplied++;
    return new ApplyMsg.Command(lastApplied, log.get(lastApplied - base).command());
  }

  // ---- the log and what survives ----

  private int lastIndex() {
    return base + log.size() - 1;
  }

  private int term(int index) {
    return log.get(index - base).term();
  }

  private void persist() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(currentTerm);
      out.writeInt(votedFor);
      out.writeInt(base);
      out.writeInt(log.size());
      for (LogEntry entry : log) {
        out.writeInt(entry.term());
        out.writeInt(entry.command().length);
        out.write(entry.command());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    environment.persister().save(bytes.toByteArray(), snapshot);
  }

  private void restore() {
    byte[] saved = environment.persister().raftState();
    if (saved.length == 0) {
      return;
    }
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(saved))) {
      currentTerm = in.readInt();
      votedFor = in.readInt();
      base = in.readInt();
      log = new ArrayList<>();
      for (int i = in.readInt(); i > 0; i--) {
        int term = in.readInt();
        log.add(new LogEntry(term, in.readNBytes(in.readInt())));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    snapshot = environment.persister().snapshot();
    commitIndex = base;
    lastApplied = base;
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
