package io.raftbed.net;

import io.raftbed.sim.Simulation;
import io.raftbed.trace.FailureKind;
import io.raftbed.trace.NodeName;

/**
 * A message on its way: the network's copy.
 *
 * @param body the message
 * @param bytes its encoded bytes
 */
record Parcel(Record body, int bytes) {

  /**
   * Copies and weighs a message. One that cannot be carried ends the run here, where it is sent: an
   * exception could be swallowed by the sender.
   */
  static Parcel pack(Simulation simulation, int sender, Record message) {
    try {
      RecordPlan plan = Messages.plan(message.getClass());
      int bytes = plan.size(message);
      return new Parcel(plan.copy(message), bytes);
    } catch (RuntimeException e) {
      simulation.fail(
          FailureKind.EXCEPTION,
          "%s cannot send %s: %s"
              .formatted(NodeName.of(sender), message.getClass().getSimpleName(), e.getMessage()),
          simulation.frames());
      throw e;
    }
  }
}
