package io.raftbed.cluster;

import io.raftbed.lab.ApplyChannel;
import io.raftbed.lab.ApplyMsg;
import io.raftbed.lab.Raft;
import io.raftbed.net.Endpoint;
import io.raftbed.net.MessageText;
import io.raftbed.trace.EventKind;
import io.raftbed.trace.FailureKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The upper side of one boot of a server below a service under test, which takes what is applied
 * from here. Checks that it comes in order and is the same everywhere, and that a snapshot is one
 * that a service took.
 */
final class ProgramService implements Service {

  private final Testbed testbed;
  private final Server server;
  private final ServiceProgram program;
  private final Handoff channel = new Handoff();
  private byte[] savedSnapshot = new byte[0];
  private int lastApplied;

  /** Whether the last index is only known to be one of those with the saved snapshot. */
  private boolean restored;

  ProgramService(Testbed testbed, Server server, ServiceProgram program) {
    this.testbed = testbed;
    this.server = server;
    this.program = program;
  }

  @Override
  public ApplyChannel channel() {
    return channel;
  }

  @Override
  public int lastApplied() {
    return lastApplied;
  }

  @Override
  public Optional<byte[]> command(int index) {
    return index <= lastApplied ? testbed.committed().command(index) : Optional.empty();
  }

  byte[] savedSnapshot() {
    return savedSnapshot.clone();
  }

  @Override
  public void restore(byte[] snapshot) {
    if (snapshot.length == 0) {
      return;
    }
    savedSnapshot = snapshot;
    Optional<Integer> index = testbed.snapshots().lastIndex(snapshot);
    if (index.isEmpty()) {
      broken(
          "restarted from a snapshot that no service took",
          "its bytes: " + MessageText.show(snapshot));
    }
    lastApplied = index.orElseThrow();
    restored = true;
  }

  @Override
  public boolean start(Raft raft, Endpoint endpoint) {
    ServiceBoot boot = new ServiceBoot(testbed, server, this, raft, endpoint);
    return testbed
        .calls()
        .call(
            server,
            program.door(),
            () -> {
              program.boot(boot);
              return true;
            })
        .orElse(false);
  }

  /** Waits for the next message and takes it, on a thread of the server. */
  ApplyMsg next() {
    ApplyMsg msg = channel.take();
    if (server.serviceMillis() > 0) {
      testbed.simulation().sleep(TimeUnit.MILLISECONDS.toNanos(server.serviceMillis()));
    }
    switch (msg) {
      case ApplyMsg.Command command -> apply(command);
      case ApplyMsg.Snapshot snapshot -> install(snapshot);
    }
    testbed.watcher().applied(server.id(), msg);
    return msg;
  }

  private void apply(ApplyMsg.Command msg) {
    int index = msg.index();
    byte[] bytes = msg.command();
    testbed
        .simulation()
        .event(
            server.id(),
            EventKind.APPLY,
            (long) index << Integer.SIZE ^ Arrays.hashCode(bytes),
            new TraceDetail.Entry(index, bytes));
    boolean follows =
        restored ? testbed.snapshots().has(index - 1, savedSnapshot) : index == lastApplied + 1;
    if (!follows) {
      broken(
          "applied index %d where index %d comes next".formatted(index, lastApplied + 1),
          "it applied " + new TraceDetail.Entry(index, bytes),
          restored ? "it had restarted from a snapshot up to index " + lastApplied : "");
    }
    restored = false;
    lastApplied = index;
    testbed.committed().applied(server.id(), index, bytes);
  }

  private void install(ApplyMsg.Snapshot msg) {
    int index = msg.index();
    testbed
        .simulation()
        .event(
            server.id(),
            EventKind.APPLY_SNAPSHOT,
            (long) index << Integer.SIZE | msg.snapshot().length,
            new TraceDetail.SnapshotUpTo(index, msg.snapshot().length));
    String what = "handed up a snapshot up to index " + index;
    if (!testbed.snapshots().has(index, msg.snapshot())) {
      broken(
          what + " that no service took there",
          "its bytes: " + MessageText.show(msg.snapshot()),
          "a snapshot is passed on byte for byte, with its index");
    }
    if (index < lastApplied && !restored) {
      broken(
          what + " after it had applied index " + lastApplied, "the service would go back in time");
    }
    restored = false;
    lastApplied = index;
  }

  /** Takes note of a snapshot that the service gives its server. */
  void taken(int index, byte[] snapshot) {
    testbed
        .simulation()
        .event(
            server.id(),
            EventKind.SNAPSHOT,
            (long) index << Integer.SIZE | snapshot.length,
            new TraceDetail.SnapshotUpTo(index, snapshot.length));
    if (index < 1 || index > lastApplied) {
      broken(
          "took a snapshot up to index %d, but has applied index %d".formatted(index, lastApplied));
    }
    testbed.snapshots().taken(index, snapshot);
    testbed.watcher().snapshotted(server.id(), index);
  }

  private void broken(String what, String... facts) {
    testbed
        .simulation()
        .fail(
            FailureKind.SAFETY,
            "S" + server.id() + " " + what,
            List.of(facts).stream().filter(fact -> !fact.isEmpty()).toList());
  }
}
