package io.raftbed.cluster.kv;

import io.raftbed.cluster.ServiceBoot;
import io.raftbed.cluster.ServiceProgram;
import io.raftbed.lab.kv.KvServerFactory;
import io.raftbed.lab.kv.RsmFactory;

/**
 * Boots key/value servers.
 *
 * @param kv makes the server
 * @param rsm makes the layer below it, if it asks for one
 * @param maxRaftState near this many bytes of Raft state a snapshot is due; {@link
 *     Integer#MAX_VALUE} for no snapshots
 * @param ledger compares what the state machines of one run make of commands
 * @param entries what the services of one run are called through
 */
public record KvProgram(
    KvServerFactory kv,
    RsmFactory rsm,
    int maxRaftState,
    MachineLedger ledger,
    ServiceEntries entries)
    implements ServiceProgram {

  @Override
  public String door() {
    return "KvServerFactory.make";
  }

  @Override
  public void boot(ServiceBoot boot) {
    entries.booted(boot);
    kv.make(new ProgramEnvironment(boot, rsm, maxRaftState, ledger, entries));
  }
}
