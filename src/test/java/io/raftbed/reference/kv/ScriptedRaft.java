package io.raftbed.reference.kv;

import io.raftbed.lab.ApplyMsg;
import io.raftbed.lab.Raft;
import io.raftbed.lab.RaftState;
import io.raftbed.lab.Started;
import io.raftbed.lab.kv.RsmEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A server below the layer that does what a test tells it: it leads, and commits nothing. */
class ScriptedRaft implements Raft, RsmEnvironment {

  final List<byte[]> log = new ArrayList<>();
  final List<ApplyMsg.Snapshot> snapshots = new ArrayList<>();
  private final BlockingQueue<ApplyMsg> applied = new LinkedBlockingQueue<>();
  int term = 1;
  boolean leads = true;
  int looks;
  byte[] saved = {};
  int stateSize;
  int maxRaftState = Integer.MAX_VALUE;

  @Override
  public Optional<Started> start(byte[] command) {
    if (!leads) {
      return Optional.empty();
    }
    log.add(command);
    return Optional.of(new Started(log.size(), term));
  }

  /** Waits until so many commands were started in all. */
  void awaitStarted(int commands) throws InterruptedException {
    while (log.size() < commands) {
      Thread.sleep(1);
    }
  }

  /** Applies a command of the log. */
  void commit(int index) {
    apply(index, log.get(index - 1));
  }

  void apply(int index, byte[] command) {
    applied.add(new ApplyMsg.Command(index, command));
  }

  void install(int index, byte[] snapshot) {
    applied.add(new ApplyMsg.Snapshot(index, term, snapshot));
  }

  /** Waits until the layer has taken all that was applied, and asks for more. */
  void awaitApplied() throws InterruptedException {
    while (!applied.isEmpty()) {
      Thread.sleep(1);
    }
    Thread.sleep(1);
  }

  @Override
  public RaftState state() {
    looks++;
    return new RaftState(term, leads);
  }

  @Override
  public void snapshot(int index, byte[] snapshot) {
    snapshots.add(new ApplyMsg.Snapshot(index, term, snapshot));
  }

  @Override
  public int me() {
    return 0;
  }

  @Override
  public Raft raft() {
    return this;
  }

  @Override
  public ApplyMsg nextApplied() throws InterruptedException {
    return applied.take();
  }

  @Override
  public byte[] savedSnapshot() {
    return saved;
  }

  @Override
  public int raftStateSize() {
    return stateSize;
  }

  @Override
  public int maxRaftState() {
    return maxRaftState;
  }
}
