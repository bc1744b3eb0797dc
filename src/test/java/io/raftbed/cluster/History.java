package io.raftbed.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.raftbed.lab.AppendEntriesArgs;
import io.raftbed.lab.AppendEntriesReply;
import io.raftbed.lab.ApplyMsg;
import io.raftbed.lab.InstallSnapshotArgs;
import io.raftbed.lab.InstallSnapshotReply;
import io.raftbed.lab.LogEntry;
import io.raftbed.lab.RequestVoteArgs;
import io.raftbed.lab.RequestVoteReply;
import io.raftbed.lab.Started;
import io.raftbed.trace.Moment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A history told to one invariant, event by event, and what the invariant objected to. */
final class History {
  private final Electorates electorates;
  private final Invariant invariant;
  private final List<String> objections = new ArrayList<>();
  private final List<Moment> cited = new ArrayList<>();
  private int events;

  History(int servers, Invariant.Factory factory) {
    this(Electorates.fixed(servers), factory);
  }

  History(Electorates electorates, Invariant.Factory factory) {
    this.electorates = electorates;
    invariant = factory.make(electorates, new Objections());
    for (int i = 0; i < electorates.servers(); i++) {
      invariant.booted(i);
    }
  }

  private Invariant next() {
    events++;
    return invariant;
  }

  /** Writes down what is broken; its time is the number of the event. */
  private final class Objections implements Violations {
    @Override
    public void broken(String message, List<Moment> moments, String... facts) {
      objections.add(message + ": " + String.join("; ", facts));
      cited.addAll(moments);
    }

    @Override
    public Moment now(int node) {
      return new Moment(node, events);
    }
  }

  /** When the facts of all objections came about: the server, and the number of the event. */
  List<Moment> cited() {
    return cited;
  }

  /** What the invariant objected to, in order; empty for a legal history. */
  List<String> objections() {
    return objections;
  }

  History boot(int node) {
    next().booted(node);
    return this;
  }

  History askVote(int from, int to, int term) {
    return askVote(from, to, term, 0);
  }

  History askVote(int from, int to, int term, int lastLogIndex) {
    next().sent(from, to, new RequestVoteArgs(term, from, lastLogIndex, 0));
    return this;
  }

  History ask(int from, int to, RequestVoteArgs args) {
    next().sent(from, to, args);
    return this;
  }

  History answerVote(int voter, RequestVoteArgs args, RequestVoteReply reply) {
    next().answered(voter, args.candidateId(), args, reply);
    return this;
  }

  History changesMembers(int node, Started started) {
    next().changesMembers(node, started);
    return this;
  }

  History grant(int voter, int candidate, int term) {
    return vote(voter, candidate, term, new RequestVoteReply(term, true));
  }

  History vote(int voter, int candidate, int term, RequestVoteReply reply) {
    next().answered(voter, candidate, new RequestVoteArgs(term, candidate, 0, 0), reply);
    return this;
  }

  /** A win of a term as it goes in the labs: the candidate asks all, some grant. */
  History elect(int leader, int term, int... voters) {
    for (int voter : voters) {
      askVote(leader, voter, term, 1_000_000).grant(voter, leader, term);
    }
    return this;
  }

  History send(int from, int to, AppendEntriesArgs args) {
    electorates.sent(args);
    next().sent(from, to, args);
    return this;
  }

  History ack(int follower, int leader, AppendEntriesArgs args) {
    return answer(follower, leader, args, new AppendEntriesReply(args.term(), true, -1, -1, -1));
  }

  History refuse(int follower, int leader, AppendEntriesArgs args) {
    return answer(follower, leader, args, new AppendEntriesReply(args.term(), false, -1, -1, -1));
  }

  History answer(int follower, int leader, AppendEntriesArgs args, AppendEntriesReply reply) {
    next().answered(follower, leader, args, reply);
    return this;
  }

  /** The request is sent and acknowledged. */
  History replicate(int leader, int follower, AppendEntriesArgs args) {
    return send(leader, follower, args).ack(follower, leader, args);
  }

  History sendSnapshot(int from, int to, int term, int index, int indexTerm) {
    return sendSnapshot(
        from, to, new InstallSnapshotArgs(term, from, index, indexTerm, new byte[1]));
  }

  History sendSnapshot(int from, int to, InstallSnapshotArgs args) {
    electorates.sent(args);
    next().sent(from, to, args);
    return this;
  }

  History ackSnapshot(int follower, int leader, int term, int index, int indexTerm) {
    next()
        .answered(
            follower,
            leader,
            new InstallSnapshotArgs(term, leader, index, indexTerm, new byte[1]),
            new InstallSnapshotReply(term));
    return this;
  }

  History apply(int node, int index, String command) {
    next().applied(node, new ApplyMsg.Command(index, command.getBytes(UTF_8)));
    return this;
  }

  History snapshot(int node, int index) {
    next().snapshotted(node, index);
    return this;
  }

  History start(int node, String command, int index, int term) {
    next().started(node, command.getBytes(UTF_8), new Started(index, term));
    return this;
  }

  /** Some message of an implementation's own. */
  History sendOther(int from, int to) {
    next().sent(from, to, new Other(1));
    next().answered(to, from, new Other(1), new Other(2));
    return this;
  }

  /** AppendEntries with entries of these terms, each with a command of its index and term. */
  static AppendEntriesArgs append(int term, int prevIndex, int prevTerm, int commit, int... terms) {
    List<LogEntry> entries = new ArrayList<>();
    for (int entryTerm : terms) {
      entries.add(entry(entryTerm, "x" + (prevIndex + 1 + entries.size()) + "-" + entryTerm));
    }
    return new AppendEntriesArgs(term, -1, prevIndex, prevTerm, entries, commit);
  }

  /** AppendEntries with chosen entries. */
  static AppendEntriesArgs appendEntries(
      int term, int prevIndex, int prevTerm, int commit, LogEntry... entries) {
    return new AppendEntriesArgs(term, -1, prevIndex, prevTerm, Arrays.asList(entries), commit);
  }

  static LogEntry entry(int term, String command) {
    return new LogEntry(term, command.getBytes(UTF_8));
  }

  private record Other(int value) {}
}
