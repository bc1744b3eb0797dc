package io.raftbed.reference.kv;

import io.raftbed.lab.ApplyMsg;
import io.raftbed.lab.Configuration;
import io.raftbed.lab.Raft;
import io.raftbed.lab.RaftState;
import io.raftbed.lab.Started;
import io.raftbed.lab.kv.Rsm;
import io.raftbed.lab.kv.RsmEnvironment;
import io.raftbed.lab.kv.RsmFactory;
import io.raftbed.lab.kv.StateMachine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * One server of a replicated state machine (Raft paper, section 8; dissertation, chapter 6): the
 * rules of this package with a lock and two threads.
 *
 * <p>The applier alone touches the state machine. The lock guards the {@link Submissions} and is
 * never held while calling Raft: Raft may be waiting just then for the applier to take a message.
 */
public final class ReplicatedStateMachine implements Rsm {

  /**
   * How often Raft is asked, while somebody waits, whether it still leads: an upper bound for the
   * time from a lost leadership to the answer <i>wrong leader</i> where nothing more is applied.
   */
  private static final Duration LEADERSHIP_POLL = Duration.ofMillis(50);

  private final RsmEnvironment environment;
  private final Raft raft;
  private final AppliedState state;
  private final SnapshotRule snapshots;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition somebodyWaits = lock.newCondition();
  private final Submissions submissions = new Submissions(new Random().nextLong());

  private ReplicatedStateMachine(RsmEnvironment environment, StateMachine machine) {
    this.environment = environment;
    raft = environment.raft();
    state = new AppliedState(machine);
    snapshots = new SnapshotRule(environment.maxRaftState());
    byte[] saved = environment.savedSnapshot();
    if (saved.length > 0) {
      state.restore(saved);
    }
  }

  /** Boots a server; as a {@link RsmFactory}, a method reference. */
  public static Rsm make(RsmEnvironment environment, StateMachine machine) {
    ReplicatedStateMachine rsm = new ReplicatedStateMachine(environment, machine);
    rsm.start("applier", rsm::apply);
    rsm.start("leadership", rsm::watchLeadership);
    return rsm;
  }

  @Override
  public Optional<byte[]> submit(byte[] command) {
    Submission submission = locked(this::open);
    try {
      Optional<Started> place = raft.start(new Operation(submission.id(), command).encoded());
      if (place.isEmpty()) {
        return Optional.empty();
      }
      locked(() -> submissions.started(submission, place.get()));
      return submission.await();
    } finally {
      locked(() -> submissions.close(submission));
    }
  }

  private Submission open() {
    somebodyWaits.signal();
    return submissions.open();
  }

  /** The applier: one thread, so that the state machine gets everything in log order. */
  private void apply() throws InterruptedException {
    while (true) {
      switch (environment.nextApplied()) {
        case ApplyMsg.Command command -> applied(command);
        case ApplyMsg.Snapshot snapshot -> installed(snapshot);
      }
    }
  }

  private void applied(ApplyMsg.Command msg) {
    if (msg.index() <= state.lastApplied()) {
      return; // a replay of what the snapshot holds
    }
    if (Configuration.of(msg.command()).isPresent()) {
      state.skip(msg.index()); // members that change are no affair of the state machine
      locked(() -> submissions.decidedUpTo(msg.index()));
      return;
    }
    Operation operation = Operation.decode(msg.command());
    byte[] reply = state.apply(msg.index(), operation.command());
    locked(() -> submissions.applied(msg.index(), operation.id(), reply));
    snapshots.applied(msg.command().length);
    if (snapshots.isDue(environment.raftStateSize())) {
      raft.snapshot(state.lastApplied(), state.snapshot());
      snapshots.compacted();
    }
  }

  private void installed(ApplyMsg.Snapshot msg) {
    if (msg.index() <= state.lastApplied()) {
      return; // an older one; the state must not go back
    }
    state.restore(msg.snapshot());
    locked(() -> submissions.decidedUpTo(state.lastApplied()));
    snapshots.compacted();
  }

  /** Finds out about a lost leadership without an applied message to tell of it. */
  private void watchLeadership() throws InterruptedException {
    while (true) {
      awaitSubmission();
      Thread.sleep(LEADERSHIP_POLL);
      List<Submission> candidates = locked(() -> submissions.started());
      RaftState now = raft.state();
      locked(() -> submissions.observe(candidates, now));
    }
  }

  private void awaitSubmission() throws InterruptedException {
    lock.lock();
    try {
      while (submissions.isEmpty()) {
        somebodyWaits.await();
      }
    } finally {
      lock.unlock();
    }
  }

  private void locked(Runnable rule) {
    lock.lock();
    try {
      rule.run();
    } finally {
      lock.unlock();
    }
  }

  private <T> T locked(Supplier<T> rule) {
    lock.lock();
    try {
      return rule.get();
    } finally {
      lock.unlock();
    }
  }

  /** What a thread does until it is interrupted. */
  @FunctionalInterface
  private interface Task {
    void run() throws InterruptedException;
  }

  private void start(String name, Task task) {
    Thread.ofVirtual()
        .name("rsm-" + environment.me() + "-" + name)
        .start(() -> {
          try {
            task.run();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }
}
