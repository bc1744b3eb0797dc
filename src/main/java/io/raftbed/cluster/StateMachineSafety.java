package io.raftbed.cluster;

import io.raftbed.lab.ApplyMsg;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * State Machine Safety (Raft paper, Figure 3): one command per index, over all servers and all
 * time. A server may apply an index again after a restart; it must be the same command.
 */
final class StateMachineSafety implements Invariant {
  private final Violations violations;
  private final Map<Integer, First> firsts = new HashMap<>();

  StateMachineSafety(Violations violations) {
    this.violations = violations;
  }

  @Override
  public void applied(int node, ApplyMsg msg) {
    if (msg instanceof ApplyMsg.Command(int index, byte[] command)) {
      First first = firsts.get(index);
      if (first == null) {
        firsts.put(index, new First(node, command.clone()));
      } else if (!Arrays.equals(first.command(), command)) {
        violations.broken(
            "two commands applied at index " + index,
            "S" + first.node() + " applied " + CommandText.of(first.command()),
            "S" + node + " applied " + CommandText.of(command));
      }
    }
  }

  private record First(int node, byte[] command) {}
}
