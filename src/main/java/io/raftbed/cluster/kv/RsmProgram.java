package io.raftbed.cluster.kv;

import io.raftbed.cluster.ServiceBoot;
import io.raftbed.cluster.ServiceProgram;
import io.raftbed.lab.kv.Rsm;
import io.raftbed.lab.kv.RsmFactory;
import io.raftbed.lab.kv.StateMachine;
import io.raftbed.sim.Incarnation;
import io.raftbed.sim.Promise;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Boots replicated state machines over machines of the testbed, and gives them commands. One for
 * each run.
 */
public final class RsmProgram implements ServiceProgram {

  private record Booted(Incarnation incarnation, Rsm rsm) {}

  private final RsmFactory factory;
  private final int maxRaftState;
  private final MachineLedger ledger;
  private final IntFunction<StateMachine> machines;
  private final ServiceEntries entries = new ServiceEntries();
  private final Map<Integer, Booted> booted = new HashMap<>();

  /**
   * Makes one.
   *
   * @param factory makes the layer over Raft
   * @param maxRaftState near this many bytes of Raft state a snapshot is due; {@link
   *     Integer#MAX_VALUE} for no snapshots
   * @param ledger compares what the machines make of commands
   * @param machines makes the machine of each boot of a server
   */
  public RsmProgram(
      RsmFactory factory,
      int maxRaftState,
      MachineLedger ledger,
      IntFunction<StateMachine> machines) {
    this.factory = factory;
    this.maxRaftState = maxRaftState;
    this.ledger = ledger;
    this.machines = machines;
  }

  @Override
  public String door() {
    return "RsmFactory.make";
  }

  @Override
  public void boot(ServiceBoot boot) {
    entries.booted(boot);
    Rsm rsm =
        new ProgramEnvironment(boot, factory, maxRaftState, ledger, entries)
            .replicate(machines.apply(boot.server()));
    booted.put(boot.server(), new Booted(boot.incarnation(), rsm));
  }

  /**
   * Submits a command on a new thread of a server. The promise is kept when the submit returns, and
   * without a value when the server crashes before.
   */
  public Promise<Optional<byte[]>> submit(int server, byte[] command) {
    Booted boot = Objects.requireNonNull(booted.get(server), "never booted");
    return boot.incarnation()
        .submit(
            "Rsm.submit",
            () ->
                Objects.requireNonNull(
                    boot.rsm().submit(command.clone()),
                    "Rsm.submit returned null; for wrong leader, an empty Optional"));
  }
}
