package io.raftbed.variants;

import static io.raftbed.trace.FailureKind.DEADLOCK;
import static io.raftbed.trace.FailureKind.LIVENESS;
import static io.raftbed.trace.FailureKind.SAFETY;

import java.util.List;

/** Bugs in locks and threads, which no figure of the paper shows. */
final class ThreadingBugs {

  private static final String FILE = "ReferenceRaft.java";
  private static final String DELIVER = "applyChannel.send(msg);";

  private ThreadingBugs() {}

  static List<BrokenVariant> all() {
    return List.of(
        BrokenVariant.of("T06", "holds its lock while it calls a peer", LIVENESS, DEADLOCK)
            .foundBy("3A+/even-cluster")
            .by(
                new Edit(
                    FILE,
                    "peer.call(request).ifPresent(reply -> atomically(() ->"
                        + " onReply.accept(reply)))",
                    "atomically(() -> peer.call(request).ifPresent(onReply))")),
        BrokenVariant.of("T07", "holds its lock while it calls the service", DEADLOCK, LIVENESS)
            .foundBy("3D+/held-snapshots")
            .needs("a service that takes a snapshot while the next message waits for it")
            .by(
                new Edit(
                    FILE,
                    DELIVER,
                    """
                    lock.lock();
                    try {
                      applyChannel.send(msg);
                    } finally {
                      lock.unlock();
                    }\
                    """)),
        BrokenVariant.of("T08", "delivers each message on a thread of its own", SAFETY)
            .foundBy("3B+/even-cluster")
            .by(
                new Edit(
                    FILE, DELIVER, "threads.start(\"deliver\", () -> applyChannel.send(msg));")));
  }
}
