package io.raftbed.reference.raft;

import io.raftbed.lab.AppendEntriesArgs;
import io.raftbed.lab.AppendEntriesReply;
import io.raftbed.lab.ApplyChannel;
import io.raftbed.lab.ApplyMsg;
import io.raftbed.lab.Configuration;
import io.raftbed.lab.Environment;
import io.raftbed.lab.InstallSnapshotArgs;
import io.raftbed.lab.InstallSnapshotReply;
import io.raftbed.lab.MembershipRaft;
import io.raftbed.lab.Peer;
import io.raftbed.lab.Persister;
import io.raftbed.lab.Raft;
import io.raftbed.lab.RaftFactory;
import io.raftbed.lab.RaftState;
import io.raftbed.lab.Request;
import io.raftbed.lab.RequestVoteArgs;
import io.raftbed.lab.RequestVoteReply;
import io.raftbed.lab.Started;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One Raft server: the rules of this package under one lock, with their timers and threads.
 *
 * <p>The ticker starts elections and sends heartbeats; the applier alone talks to the service; each
 * call to a peer has a thread of its own, as a dead link may hold it for seconds. The lock is never
 * held while calling a peer or the service.
 */
public final class ReferenceRaft implements MembershipRaft {

  private final long heartbeatNanos;
  private final Persister persister;
  private final ApplyChannel applyChannel;
  private final List<Link> links;
  private final ServerThreads threads;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition ticker = lock.newCondition();
  private final Condition applier = lock.newCondition();
  private final StateEncoding encoding = new StateEncoding();

  private final ServerState state;
  private final Election election;
  private final AppendEntriesReceiver receiver;
  private final Leadership leadership;
  private final Membership membership;
  private final Snapshots snapshots;
  private final Delivery delivery;
  private final ElectionTimer electionTimer;

  private ReferenceRaft(Environment environment, RaftConfig config) {
    heartbeatNanos = config.heartbeatInterval().toNanos();
    persister = environment.persister();
    applyChannel = environment.applyChannel();
    int me = environment.me();
    links = environment.peers().stream().filter(peer -> peer.id() != me).map(Link::new).toList();
    threads = new ServerThreads(me);
    state =
        new ServerState(
            me,
            environment.peers().size(),
            StateEncoding.decode(
                persister.raftState(), persister.snapshot(), environment.members()));
    election = new Election(state);
    receiver = new AppendEntriesReceiver(state);
    leadership = new Leadership(state, config.maxEntries());
    membership = new Membership(state, leadership, this::welcome, this::handOverTo);
    snapshots = new Snapshots(state);
    delivery = new Delivery(state);
    electionTimer = new ElectionTimer(config);
  }

  /**
   * Boots a server with {@link RaftConfig#DEFAULT}; as a {@link RaftFactory}, a method reference.
   */
  public static Raft make(Environment environment) {
    return factory(RaftConfig.DEFAULT).make(environment);
  }

  /** Returns what boots servers with a timing of one's own. */
  public static RaftFactory factory(RaftConfig config) {
    return environment -> {
      ReferenceRaft raft = new ReferenceRaft(environment, config);
      environment.handle(RequestVoteArgs.class, raft::requestVote);
      environment.handle(AppendEntriesArgs.class, raft::appendEntries);
      environment.handle(InstallSnapshotArgs.class, raft::installSnapshot);
      environment.handle(TimeoutNowArgs.class, raft::timeoutNow);
      raft.threads.start("ticker", raft::tick);
      raft.threads.start("applier", raft::apply);
      return raft;
    };
  }

  @Override
  public Optional<Started> start(byte[] command) {
    return atomically(() -> leadership.append(command));
  }

  @Override
  public RaftState state() {
    return atomically(() -> new RaftState(state.currentTerm(), state.isLeader()));
  }

  @Override
  public void snapshot(int index, byte[] snapshot) {
    atomically(() -> snapshots.taken(index, snapshot));
  }

  @Override
  public Optional<Started> changeMembers(List<Integer> members) {
    return atomically(() -> membership.change(members));
  }

  @Override
  public Configuration configuration() {
    return atomically(() -> state.persistent().configurations().latest());
  }

  /** §6: a server is to catch up, which may have been a member before and lost its storage. */
  private void welcome(int server) {
    leadership.welcome(server);
    links.stream().filter(link -> link.id() == server).forEach(Link::renew);
  }

  private RequestVoteReply requestVote(RequestVoteArgs args) {
    return atomically(() -> {
      if (membership.disregards(args.candidateId(), electionTimer::isLeaderHeard)) {
        return new RequestVoteReply(state.currentTerm(), false); // §6
      }
      RequestVoteReply reply = election.requestVote(args);
      if (reply.voteGranted()) {
        electionTimer.reset(); // §5.2
      }
      return reply;
    });
  }

  private AppendEntriesReply appendEntries(AppendEntriesArgs args) {
    int shown = args.prevLogIndex() + args.entries().size();
    return answerLeader(args.term(), shown, () -> receiver.appendEntries(args));
  }

  private InstallSnapshotReply installSnapshot(InstallSnapshotArgs args) {
    return answerLeader(
        args.term(), args.lastIncludedIndex(), () -> snapshots.installSnapshot(args));
  }

  /** Dissertation, 3.10: the leader of this term gives way to this server. */
  private TimeoutNowReply timeoutNow(TimeoutNowArgs args) {
    return atomically(() -> {
      if (args.term() == state.currentTerm()) {
        electionTimer.elapse();
        ticker.signal();
      }
      return new TimeoutNowReply(state.currentTerm());
    });
  }

  /** Dissertation, 3.10: asks a server to stand for election now, which spares a timeout. */
  private void handOverTo(int server) {
    TimeoutNowArgs now = new TimeoutNowArgs(state.currentTerm());
    links.stream()
        .filter(link -> link.id() == server)
        .forEach(link -> call(link.peer(), now, reply -> {}));
  }

  /** §5.2: only the current leader keeps a follower from standing up, not one of an older term. */
  private <T> T answerLeader(int term, int shownIndex, Supplier<T> rule) {
    return atomically(() -> {
      boolean isFirst = term > state.currentTerm();
      T reply = rule.get();
      if (term == state.currentTerm()) {
        electionTimer.leaderHeard();
        state.persistent().metLeader(shownIndex, isFirst);
      }
      return reply;
    });
  }

  /** Runs a rule as one step, and whatever follows from it before anybody sees the outcome. */
  private <T> T atomically(Supplier<T> rule) {
    lock.lock();
    try {
      T outcome = rule.get();
      membership.advance();
      persist();
      replicateNews();
      if (delivery.isDue()) {
        applier.signal();
      }
      return outcome;
    } finally {
      lock.unlock();
    }
  }

  private void atomically(Runnable rule) {
    atomically(() -> {
      rule.run();
      return this;
    });
  }

  /** Figure 2: "updated on stable storage before responding to RPCs" — and before sending any. */
  private void persist() {
    PersistentState persistent = state.persistent();
    if (persistent.isSaved()) {
      return;
    }
    if (persistent.isSnapshotSaved()) {
      persister.saveSuffix(encoding.kept(persistent), encoding.suffix(persistent));
    } else {
      persister.save(encoding.whole(persistent), persistent.snapshot());
    }
    persistent.markSaved();
  }

  /** The ticker: at most one thing at a time is due, a heartbeat or an election. */
  private void tick() throws InterruptedException {
    lock.lock();
    try {
      while (true) {
        long nanos = state.isLeader() ? sendHeartbeats() : holdElection();
        ticker.awaitNanos(nanos);
      }
    } finally {
      lock.unlock();
    }
  }

  /** §5.2: starts an election when the timeout has elapsed; returns the time until the next. */
  private long holdElection() {
    long remaining = electionTimer.remaining();
    if (remaining > 0) {
      return remaining;
    }
    electionTimer.reset();
    if (membership.mayStand()) {
      election.begin();
      persist();
      askForVotes();
    }
    return electionTimer.remaining();
  }

  private void askForVotes() {
    RequestVoteArgs ballot = election.ballot();
    for (Link link : links) {
      if (state.persistent().configurations().hasVoter(link.id())) {
        call(link.peer(), ballot, reply -> voteReply(link.id(), ballot, reply));
      }
    }
  }

  private void voteReply(int voter, RequestVoteArgs ballot, RequestVoteReply reply) {
    if (election.voteReply(voter, ballot, reply)) {
      links.forEach(this::send); // §5.2: tells all others at once, to prevent new elections
      ticker.signal();
    }
  }

  /** §5.2: sends where the leader has been silent for an interval; returns the time until next. */
  private long sendHeartbeats() {
    electionTimer.reset(); // a leader that is deposed then waits for a whole timeout
    long untilNext = heartbeatNanos;
    for (Link link : links) {
      long remaining = link.remainingOf(heartbeatNanos);
      if (remaining <= 0) {
        send(link);
      } else {
        untilNext = Math.min(untilNext, remaining);
      }
    }
    return untilNext;
  }

  /** §5.3: tells all followers that the log, or what of it is committed, has grown. */
  private void replicateNews() {
    if (leadership.hasGrown()) {
      links.forEach(this::sendNews);
    }
  }

  /**
   * §5.3: sends what a follower lacks yet. Where an answer is awaited, the news waits for it and
   * goes out in one message; where the answer is lost, the next heartbeat carries it all again.
   */
  private void sendNews(Link link) {
    if (leadership.hasNewsFor(link.id())) {
      send(link);
    }
  }

  private void send(Link link) {
    int follower = link.id();
    link.sent();
    if (!leadership.addresses(follower)) {
      return; // §6
    }
    if (leadership.needsSnapshot(follower)) {
      InstallSnapshotArgs args = leadership.installSnapshotOn(follower);
      tell(link, args, reply -> leadership.installSnapshotReply(follower, args, reply));
    } else {
      AppendEntriesArgs args = leadership.appendEntriesTo(follower);
      tell(link, args, reply -> leadership.appendEntriesReply(follower, args, reply));
    }
  }

  /** Sends a request to a follower, whose answer may leave more to send. */
  private <R extends Record> void tell(Link link, Request<R> request, Consumer<R> onReply) {
    int life = link.life();
    call(
        link.peer(),
        request,
        reply -> {
          if (life == link.life()) {
            onReply.accept(reply);
          }
          sendNews(link);
        });
  }

  /** Calls a peer on a thread of its own; only there, without the lock, may it wait. */
  private <R extends Record> void call(Peer peer, Request<R> request, Consumer<R> onReply) {
    threads.start(
        "call-" + peer.id(),
        () -> peer.call(request).ifPresent(reply -> atomically(() -> onReply.accept(reply))));
  }

  /** The applier: one thread, so that the service gets everything in log order. */
  private void apply() throws InterruptedException {
    while (true) {
      applyChannel.sendAll(awaitDelivery());
    }
  }

  private List<ApplyMsg> awaitDelivery() throws InterruptedException {
    lock.lock();
    try {
      while (!delivery.isDue()) {
        applier.await();
      }
      return delivery.take();
    } finally {
      lock.unlock();
    }
  }
}
