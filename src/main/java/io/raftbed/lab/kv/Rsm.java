package io.raftbed.lab.kv;

import java.util.Optional;

/** One server of a replicated state machine: the layer between a service and Raft. */
public interface Rsm {

  /**
   * Has a command replicated and waits until this server has applied it. May be called by many
   * threads at once.
   *
   * @param command the bytes that {@link StateMachine#apply} takes
   * @return the reply of the state machine, or empty for <i>wrong leader</i>: this server does not
   *     lead, or lost its leadership or its term on the way. The command may still be applied then.
   *     It must come as soon as leadership or term have moved; nobody waits for ever
   */
  Optional<byte[]> submit(byte[] command);
}
