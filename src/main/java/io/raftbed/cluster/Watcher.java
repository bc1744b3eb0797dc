package io.raftbed.cluster;

import io.raftbed.lab.AppendEntriesArgs;
import io.raftbed.lab.ApplyMsg;
import io.raftbed.lab.Started;
import io.raftbed.net.NetworkObserver;
import io.raftbed.sim.Simulation;
import io.raftbed.trace.EventKind;
import io.raftbed.trace.FailureKind;
import io.raftbed.trace.Moment;
import io.raftbed.trace.NodeName;
import java.util.List;

/** Tells the invariants what happens, and ends the run when one of them is broken. */
final class Watcher implements NetworkObserver, Violations {

  private final Simulation simulation;
  private final Electorates electorates;
  private final Invariant[] invariants;
  private final int[] ledTerms;

  Watcher(Simulation simulation, ClusterOptions options) {
    this.simulation = simulation;
    this.ledTerms = new int[options.servers()];
    this.electorates = Electorates.of(options);
    this.invariants =
        options.invariants().stream()
            .map(factory -> factory.make(electorates, this))
            .toArray(Invariant[]::new);
  }

  @Override
  public void broken(String message, List<Moment> moments, String... facts) {
    simulation.fail(FailureKind.SAFETY, message, List.of(facts), moments);
  }

  @Override
  public Moment now(int node) {
    return new Moment(node, simulation.now());
  }

  @Override
  public void sent(int from, int to, Record request) {
    if (NodeName.isClient(from)) {
      return; // invariants are about servers
    }
    if (request instanceof AppendEntriesArgs args && args.term() > ledTerms[from]) {
      // Only a leader sends AppendEntries (Raft paper, section 5.2).
      ledTerms[from] = args.term();
      simulation.event(from, EventKind.LEADER, args.term(), "term " + args.term());
    }
    electorates.sent(request);
    for (Invariant invariant : invariants) {
      invariant.sent(from, to, request);
    }
  }

  @Override
  public void answered(int server, int caller, Record request, Record reply) {
    if (NodeName.isClient(caller)) {
      return;
    }
    for (Invariant invariant : invariants) {
      invariant.answered(server, caller, request, reply);
    }
  }

  void booted(int server) {
    for (Invariant invariant : invariants) {
      invariant.booted(server);
    }
  }

  void wiped(int server) {
    for (Invariant invariant : invariants) {
      invariant.wiped(server);
    }
  }

  void started(int server, byte[] command, Started started) {
    for (Invariant invariant : invariants) {
      invariant.started(server, command, started);
    }
  }

  void changesMembers(int server, Started started) {
    for (Invariant invariant : invariants) {
      invariant.changesMembers(server, started);
    }
  }

  void applied(int server, ApplyMsg msg) {
    for (Invariant invariant : invariants) {
      invariant.applied(server, msg);
    }
  }

  void snapshotted(int server, int index) {
    for (Invariant invariant : invariants) {
      invariant.snapshotted(server, index);
    }
  }
}
