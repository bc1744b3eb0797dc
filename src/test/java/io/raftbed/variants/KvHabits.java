package io.raftbed.variants;

import java.util.List;

/** What variants of services are given to be able to do wrong, or that a bug is laid over. */
final class KvHabits {

  static final String SERVER = "KvServer.java";
  static final String MACHINE = "KvStateMachine.java";
  static final String RSM = "ReplicatedStateMachine.java";
  static final String VERSIONED_SERVER = "VersionedKvServer.java";

  /** Where the classic server answers a Get, and a Put or Append. */
  static final String GETS = "return rsm.submit(new KvCommand.Get(args).encoded())";

  static final String CHANGES = "return rsm.submit(new KvCommand.PutAppend(args).encoded())";

  /** Where the machine looks for a duplicate. */
  static final String LOOKS_UP =
      "args.sequence() <= lastSequences.getOrDefault(args.clientId(), 0L)";

  /** Lets the server see its Raft. */
  static final List<Edit> SEES_RAFT =
      List.of(
          new Edit(SERVER, "private final Rsm rsm;", "private final Rsm rsm; KvEnvironment world;"),
          new Edit(
              SERVER,
              "environment.handle(GetArgs.class",
              "server.world = environment; environment.handle(GetArgs.class"));

  /** Lets the classic server see its state machine. */
  static final List<Edit> SEES_MACHINE =
      List.of(
          new Edit(
              MACHINE,
              "private byte[] get(GetArgs args) {",
              """
              boolean knows(PutAppendArgs args) {
                return args.sequence() <= lastSequences.getOrDefault(args.clientId(), 0L);
              }

              io.raftbed.lab.kv.GetReply read(GetArgs args) {
                return KvReplies.decodeGet(get(args));
              }

              private byte[] get(GetArgs args) {\
              """),
          new Edit(
              SERVER, "private final Rsm rsm;", "private final Rsm rsm; KvStateMachine machine;"),
          new Edit(
              SERVER,
              "KvServer server = new KvServer(environment.replicate(new KvStateMachine()));",
              """
              KvStateMachine machine = new KvStateMachine();
              KvServer server = new KvServer(environment.replicate(machine));
              server.machine = machine;\
              """));

  /** Looks for a lost leadership so seldom that a leader may have led again meanwhile. */
  static final Edit LOOKS_SELDOM = new Edit(RSM, "Duration.ofMillis(50)", "Duration.ofMillis(700)");

  /** Asks a second time, on another thread, what is not answered within 5 ms. */
  static final Edit SENDS_AGAIN =
      new Edit(
          "KvClerk.java",
          "Optional<R> reply = leader.call(request, err);",
          """
          java.util.concurrent.CompletableFuture<Optional<R>> first =
              new java.util.concurrent.CompletableFuture<>();
          Thread.startVirtualThread(() -> first.complete(leader.call(request, err)));
          Thread.startVirtualThread(
              () -> {
                java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
                if (!first.isDone()) {
                  first.complete(leader.call(request, err));
                }
              });
          Optional<R> reply = first.join();\
          """);

  private KvHabits() {}

  /**
   * Lets the layer keep the reply of each index.
   *
   * @param forgets what it does then with the map {@code replies}
   */
  static List<Edit> keepsReplies(String forgets) {
    return List.of(
        new Edit(
            RSM,
            "private final SnapshotRule snapshots;",
            "private final SnapshotRule snapshots;\n"
                + "  private final java.util.TreeMap<Integer, byte[]> replies = new"
                + " java.util.TreeMap<>();"),
        new Edit(
            RSM,
            "locked(() -> submissions.applied(msg.index(), operation.id(), reply));",
            "replies.put(msg.index(), reply);\n    "
                + forgets
                + "\n    locked(() -> submissions.applied(msg.index(), operation.id(), reply));"));
  }
}
