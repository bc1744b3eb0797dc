package io.raftbed.cluster.kv;

import io.raftbed.cluster.ServiceBoot;
import io.raftbed.lab.ApplyMsg;
import io.raftbed.lab.Handler;
import io.raftbed.lab.Raft;
import io.raftbed.lab.Request;
import io.raftbed.lab.kv.KvEnvironment;
import io.raftbed.lab.kv.Rsm;
import io.raftbed.lab.kv.RsmFactory;
import io.raftbed.lab.kv.StateMachine;
import java.util.Objects;

/**
 * What one boot of a service or of a replicated state machine is given.
 *
 * @param boot the server's own
 * @param rsm makes the layer between a state machine and Raft
 * @param maxRaftState near this many bytes of Raft state a snapshot is due
 * @param ledger compares what state machines make of commands
 * @param entries through what the service is called
 */
record ProgramEnvironment(
    ServiceBoot boot,
    RsmFactory rsm,
    int maxRaftState,
    MachineLedger ledger,
    ServiceEntries entries)
    implements KvEnvironment {

  @Override
  public int me() {
    return boot.server();
  }

  @Override
  public Raft raft() {
    return boot.raft();
  }

  @Override
  public ApplyMsg nextApplied() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("interrupted before a message was taken");
    }
    return boot.nextApplied();
  }

  @Override
  public byte[] savedSnapshot() {
    return boot.savedSnapshot();
  }

  @Override
  public int raftStateSize() {
    return boot.raftStateSize();
  }

  @Override
  public Rsm replicate(StateMachine machine) {
    Objects.requireNonNull(machine, "KvEnvironment.replicate(null)");
    Rsm layer =
        Objects.requireNonNull(
            rsm.make(this, new WatchedMachine(me(), machine, ledger)),
            "RsmFactory.make returned null; it must return the layer");
    entries.add(me(), machine);
    entries.add(me(), layer);
    return layer;
  }

  @Override
  public <A extends Request<R>, R extends Record> void handle(
      Class<A> type, Handler<A, R> handler) {
    boot.handle(type, handler);
    entries.add(me(), handler);
  }
}
