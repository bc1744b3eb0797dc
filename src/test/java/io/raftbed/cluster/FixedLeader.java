package io.raftbed.cluster;

import io.raftbed.lab.ApplyMsg;
import io.raftbed.lab.Environment;
import io.raftbed.lab.Peer;
import io.raftbed.lab.Raft;
import io.raftbed.lab.RaftState;
import io.raftbed.lab.Request;
import io.raftbed.lab.Started;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Not Raft, but enough of its shape to be tested on: S0 leads term 1 for ever and sends each
 * command to every server until it has answered; all apply in order. Nothing is persisted unless a
 * test overrides {@link #appended}.
 */
class FixedLeader implements Raft {

  static final int LEADER = 0;

  record Replicate(int index, byte[] command) implements Request<Done> {}

  record Done() {}

  final Environment environment;
  final List<byte[]> log = new ArrayList<>();
  private final TreeMap<Integer, byte[]> waiting = new TreeMap<>();
  private int applied;
  private boolean applying;

  FixedLeader(Environment environment) {
    this.environment = environment;
    environment.handle(Replicate.class, this::replicated);
  }

  /** Does what a server does with what it has appended, before it tells anybody. */
  void appended() {}

  @Override
  public synchronized Optional<Started> start(byte[] command) {
    if (!state().isLeader()) {
      return Optional.empty();
    }
    log.add(command);
    int index = log.size();
    for (Peer peer : environment.peers()) {
      Thread.ofVirtual().start(() -> replicate(peer, new Replicate(index, command)));
    }
    return Optional.of(new Started(index, 1));
  }

  private static void replicate(Peer peer, Replicate message) {
    while (peer.call(message).isEmpty()) {
      Thread.yield();
    }
  }

  private synchronized Done replicated(Replicate message) {
    appended();
    if (message.index() > applied) {
      waiting.put(message.index(), message.command());
    }
    if (!applying) {
      applying = true;
      Thread.ofVirtual().start(this::applyAll);
    }
    return new Done();
  }

  private void applyAll() {
    try {
      for (Optional<ApplyMsg> next = next(); next.isPresent(); next = next()) {
        environment.applyChannel().send(next.get());
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private synchronized Optional<ApplyMsg> next() {
    Optional<byte[]> command = Optional.ofNullable(waiting.remove(applied + 1));
    applying = command.isPresent();
    return command.map(bytes -> message(++applied, bytes));
  }

  /** Returns what to tell the service about a command. */
  ApplyMsg message(int index, byte[] command) {
    return new ApplyMsg.Command(index, command);
  }

  @Override
  public RaftState state() {
    return new RaftState(1, environment.me() == LEADER);
  }

  @Override
  public void snapshot(int index, byte[] snapshot) {
    environment.persister().save(new byte[1], snapshot);
  }
}
