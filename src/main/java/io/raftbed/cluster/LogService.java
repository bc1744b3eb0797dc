package io.raftbed.cluster;

import io.raftbed.lab.ApplyChannel;
import io.raftbed.lab.ApplyMsg;
import io.raftbed.lab.Raft;
import io.raftbed.net.Endpoint;
import io.raftbed.net.MessageText;
import io.raftbed.sim.Simulation;
import io.raftbed.trace.EventKind;
import io.raftbed.trace.FailureKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The service of the Raft suites: its state is the log. It checks that what the server applies
 * comes in order and is the same everywhere, and takes snapshots if the cluster is to.
 */
final class LogService implements Service {

  private final Testbed testbed;
  private final Server server;
  private final ServiceKind.Log options;
  private final Handoff channel = new Handoff();
  private ServiceState state = new ServiceState();

  LogService(Testbed testbed, Server server, ServiceKind.Log options) {
    this.testbed = testbed;
    this.server = server;
    this.options = options;
  }

  @Override
  public ApplyChannel channel() {
    return channel;
  }

  @Override
  public int lastApplied() {
    return state.lastIndex();
  }

  @Override
  public Optional<byte[]> command(int index) {
    return index >= 1 && index <= lastApplied()
        ? Optional.of(state.command(index))
        : Optional.empty();
  }

  @Override
  public void restore(byte[] snapshot) {
    if (options.snapshots() && snapshot.length > 0) {
      load(decode(snapshot, "restarted from a snapshot"));
    }
  }

  @Override
  public boolean start(Raft raft, Endpoint endpoint) {
    endpoint.incarnation().start("service", () -> run(raft));
    return true;
  }

  private void run(Raft raft) {
    while (true) {
      ApplyMsg msg = channel.take();
      if (server.serviceMillis() > 0) {
        testbed.simulation().sleep(TimeUnit.MILLISECONDS.toNanos(server.serviceMillis()));
      }
      switch (msg) {
        case ApplyMsg.Command command -> apply(command, raft);
        case ApplyMsg.Snapshot snapshot -> install(snapshot);
      }
    }
  }

  private void apply(ApplyMsg.Command msg, Raft raft) {
    int index = msg.index();
    byte[] bytes = msg.command();
    testbed
        .simulation()
        .event(
            server.id(),
            EventKind.APPLY,
            (long) index << Integer.SIZE ^ Arrays.hashCode(bytes),
            new TraceDetail.Entry(index, bytes));
    if (index != lastApplied() + 1) {
      outOfOrder(msg);
    }
    state.append(testbed.committed().applied(server.id(), index, bytes));
    testbed.watcher().applied(server.id(), msg);
    if (options.isDueAt(index)) {
      takeSnapshot(index, raft);
    }
  }

  private void takeSnapshot(int index, Raft raft) {
    byte[] snapshot = state.snapshot();
    record(EventKind.SNAPSHOT, index, snapshot);
    testbed.snapshots().taken(index, snapshot);
    testbed.watcher().snapshotted(server.id(), index);
    testbed.calls().run(server, "Raft.snapshot", () -> raft.snapshot(index, snapshot));
  }

  private void install(ApplyMsg.Snapshot msg) {
    record(EventKind.APPLY_SNAPSHOT, msg.index(), msg.snapshot());
    String what = "handed up a snapshot up to index " + msg.index();
    if (!options.snapshots()) {
      broken(what + ", but no service took one");
    }
    ServiceState installed = decode(msg.snapshot(), what);
    if (installed.lastIndex() != msg.index()) {
      broken(
          what + ", which in truth ends at index " + installed.lastIndex(),
          "a snapshot must carry the index that it claims");
    }
    if (msg.index() < lastApplied()) {
      broken(
          what + " after it had applied index " + lastApplied(),
          "the service would go back in time");
    }
    load(installed);
    testbed.watcher().applied(server.id(), msg);
  }

  private ServiceState decode(byte[] snapshot, String what) {
    Optional<ServiceState> decoded = ServiceState.of(snapshot);
    if (decoded.isEmpty()) {
      broken(
          what + " that no service took",
          "its bytes: " + MessageText.show(snapshot),
          "a snapshot is passed on byte for byte");
    }
    return decoded.orElseThrow();
  }

  private void load(ServiceState installed) {
    for (int index = 1; index <= installed.lastIndex(); index++) {
      testbed.committed().applied(server.id(), index, installed.command(index));
    }
    state = installed;
  }

  private void outOfOrder(ApplyMsg.Command msg) {
    int last = lastApplied();
    String was =
        last == 0
            ? "before, it had applied nothing"
            : "before, it had applied " + new TraceDetail.Entry(last, state.command(last));
    broken(
        "applied index %d where index %d comes next".formatted(msg.index(), last + 1),
        "it applied " + new TraceDetail.Entry(msg.index(), msg.command()),
        was);
  }

  private void broken(String what, String... facts) {
    testbed.simulation().fail(FailureKind.SAFETY, "S" + server.id() + " " + what, List.of(facts));
  }

  private void record(EventKind kind, int index, byte[] snapshot) {
    Simulation simulation = testbed.simulation();
    simulation.event(
        server.id(),
        kind,
        (long) index << Integer.SIZE | snapshot.length,
        new TraceDetail.SnapshotUpTo(index, snapshot.length));
  }
}
