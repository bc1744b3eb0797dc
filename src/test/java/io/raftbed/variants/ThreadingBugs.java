package io.raftbed.variants;

import static io.raftbed.trace.FailureKind.DEADLOCK;
import static io.raftbed.trace.FailureKind.EXCEPTION;
import static io.raftbed.trace.FailureKind.LIVENESS;
import static io.raftbed.trace.FailureKind.SAFETY;

import java.util.List;

/** Bugs in locks and threads, which no figure of the paper shows. */
final class ThreadingBugs {

  private static final String FILE = "ReferenceRaft.java";
  private static final String DELIVER = "applyChannel.sendAll(awaitDelivery());";

  /** Another thread's messages can come between two of a batch then. */
  static final Edit ONE_BY_ONE =
      new Edit(
          FILE,
          DELIVER,
          """
          for (ApplyMsg msg : awaitDelivery()) {
            applyChannel.send(msg);
          }\
          """);

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
                    List<ApplyMsg> due = awaitDelivery();
                    lock.lock();
                    try {
                      applyChannel.sendAll(due);
                    } finally {
                      lock.unlock();
                    }\
                    """)),
        BrokenVariant.of("T08", "delivers each message on a thread of its own", SAFETY)
            .foundBy("3B+/even-cluster")
            .by(
                new Edit(
                    FILE,
                    DELIVER,
                    """
                    for (ApplyMsg msg : awaitDelivery()) {
                      threads.start("deliver", () -> applyChannel.send(msg));
                    }\
                    """)),
        BrokenVariant.of("T10", "sends a view of its log instead of a copy", EXCEPTION, SAFETY)
            .foundBy("3B+/reordering")
            .needs("a log that changes while it is sent")
            .by(
                new Edit(
                    "Log.java",
                    "List.copyOf(entries.subList(position(from), position(to) + 1))",
                    "entries.subList(position(from), position(to) + 1)")),
        BrokenVariant.of(
                "T11", "does not look whether it still leads when an answer comes", EXCEPTION)
            .foundBy("3A+/even-cluster")
            .needs("an answer that comes after the leadership")
            .by(
                new Edit(
                    "Leadership.java",
                    "return state.isLeader() && termOfRequest == state.currentTerm();",
                    "return true;")),
        BrokenVariant.of("T12", "loses the applier's wake-up while it delivers", LIVENESS)
            .foundBy("3B+/slow-service")
            .needs("a commitment while a batch is handed up, then none")
            .by(
                new Edit(
                    FILE,
                    "while (!delivery.isDue()) {\n        applier.await();\n      }",
                    "do {\n        applier.await();\n      } while (!delivery.isDue());"),
                new Edit(
                    FILE,
                    "T outcome = rule.get();",
                    "int committed = state.commitIndex();\nT outcome = rule.get();"),
                new Edit(
                    FILE, "if (delivery.isDue()) {", "if (state.commitIndex() > committed) {")),
        BrokenVariant.of("T17", "has two appliers", SAFETY)
            .foundBy("3B+/slow-service")
            .needs("two commitments in a row")
            .by(
                new Edit(
                    FILE,
                    "raft.threads.start(\"applier\", raft::apply);",
                    "raft.threads.start(\"applier\", raft::apply);\n"
                        + "raft.threads.start(\"applier-2\", raft::apply);"),
                new Edit(FILE, "applier.signal();", "applier.signalAll();"),
                ONE_BY_ONE),
        BrokenVariant.of("T18", "calls its peers one after the other", LIVENESS)
            .foundBy("3A+/even-cluster")
            .needs("a peer that is down")
            .by(
                new Edit(
                    FILE,
                    """
                        threads.start(
                            "call-" + peer.id(),
                            () -> peer.call(request)\
                    """,
                    "    calls.add(\n        () -> peer.call(request)"),
                new Edit(
                    FILE,
                    "  /** The applier: one thread,",
                    """
                    private final java.util.concurrent.LinkedBlockingQueue<Runnable> calls =
                        new java.util.concurrent.LinkedBlockingQueue<>();

                    private void makeCalls() throws InterruptedException {
                      while (true) {
                        calls.take().run();
                      }
                    }

                    /** The applier: one thread,\
                    """),
                new Edit(
                    FILE,
                    "raft.threads.start(\"applier\", raft::apply);",
                    "raft.threads.start(\"applier\", raft::apply);\n"
                        + "raft.threads.start(\"caller\", raft::makeCalls);")));
  }
}
