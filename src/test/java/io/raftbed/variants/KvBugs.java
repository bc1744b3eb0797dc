package io.raftbed.variants;

import static io.raftbed.trace.FailureKind.EXCEPTION;
import static io.raftbed.trace.FailureKind.LINEARIZABILITY;
import static io.raftbed.trace.FailureKind.LIVENESS;
import static io.raftbed.trace.FailureKind.SAFETY;

import java.util.List;

/** Bugs of services above Raft. */
final class KvBugs {

  private static final String SERVER = "KvServer.java";
  private static final String MACHINE = "KvStateMachine.java";

  /** Lets the server see its Raft. */
  private static final List<Edit> SEES_RAFT =
      List.of(
          new Edit(
              SERVER,
              "private final Rsm rsm;",
              "private final Rsm rsm; KvEnvironment environment;"),
          new Edit(
              SERVER,
              "environment.handle(GetArgs.class, server::get);",
              "server.environment = environment; environment.handle(GetArgs.class, server::get);"));

  /** Lets the server see its state machine. */
  private static final List<Edit> SEES_MACHINE =
      List.of(
          new Edit(MACHINE, "private GetReply get(GetArgs args)", "GetReply get(GetArgs args)"),
          new Edit(
              SERVER,
              "  private KvServer(Rsm rsm) {\n    this.rsm = rsm;",
              """
                KvStateMachine machine;

                private KvServer(Rsm rsm) {
                  this.rsm = rsm;\
              """),
          new Edit(
              SERVER,
              "KvServer server = new KvServer(environment.replicate(new KvStateMachine()));",
              """
              KvStateMachine machine = new KvStateMachine();
              KvServer server = new KvServer(environment.replicate(machine));
              server.machine = machine;\
              """));

  private static final String GETS = "return rsm.submit(new KvCommand.Get(args).encoded())";

  private static final String PUTS = "return rsm.submit(new KvCommand.PutAppend(args).encoded())";

  private KvBugs() {}

  static List<BrokenVariant> all() {
    return List.of(
        BrokenVariant.of("K01", "knows no duplicate", LINEARIZABILITY, SAFETY)
            .foundBy("4A/unreliable")
            .needs("a lost reply")
            .by(
                new Edit(
                    MACHINE,
                    "args.sequence() <= lastSequences.getOrDefault(args.clientId(), 0L)",
                    "args.sequence() < 0")),
        BrokenVariant.of(
                "K02", "keeps the table of duplicates out of its snapshot", LINEARIZABILITY, SAFETY)
            .foundBy("4B/restarts-unreliable")
            .needs("a lost reply, a snapshot and a restart")
            .by(
                new Edit(
                    MACHINE,
                    "lastSequences.put(in.getLong(), in.getLong());",
                    "in.getLong();\n      in.getLong();")),
        BrokenVariant.of("K03", "answers Get from its own state", LINEARIZABILITY, SAFETY)
            .foundBy("4A/restarts-partitions-random-keys")
            .needs("a server that lags")
            .by(SEES_MACHINE)
            .by(new Edit(SERVER, GETS, "if (args != null) return machine.get(args);\n    " + GETS)),
        BrokenVariant.of(
                "K04", "answers Get from its own state if it leads", LINEARIZABILITY, SAFETY)
            .foundBy("4A/one-partition")
            .needs("a leader that is cut off while another is elected")
            .by(SEES_MACHINE)
            .by(SEES_RAFT)
            .by(
                new Edit(
                    SERVER,
                    GETS,
                    "if (environment.raft().state().isLeader()) return machine.get(args);\n    "
                        + GETS)),
        BrokenVariant.of("K05", "answers Put before it is committed", LINEARIZABILITY, SAFETY)
            .foundBy("4A/partitions")
            .needs("a leader that loses its entries")
            .by(SEES_RAFT)
            .by(
                new Edit(
                    SERVER,
                    PUTS,
                    "if (environment.raft().state().isLeader()) {\n"
                        + "      Thread.startVirtualThread(() -> rsm.submit(new"
                        + " KvCommand.PutAppend(args).encoded()));\n"
                        + "      return new PutAppendReply(Err.OK);\n    }\n    "
                        + PUTS)),
        BrokenVariant.of(
                "K06", "answers whoever waits at the index", LINEARIZABILITY, SAFETY, EXCEPTION)
            .foundBy("rsm/leader-partition")
            .needs("another leader's command at an index where somebody waits")
            .by(
                new Edit(
                    "Submissions.java",
                    "Submission own = open.get(id);",
                    "Submission own = open.values().stream().filter(s -> s.isWithin(index) &&"
                        + " !s.isWithin(index - 1)).findFirst().orElse(null);")),
        BrokenVariant.of(
                "K07",
                "tells a retried Put that the version did not match",
                LINEARIZABILITY,
                SAFETY)
            .foundBy("4A/versioned-unreliable")
            .needs("a lost reply")
            .by(
                new Edit(
                    "VersionedKvClerk.java",
                    "retried ? PutOutcome.MAYBE : PutOutcome.VERSION_MISMATCH",
                    "PutOutcome.VERSION_MISMATCH")),
        BrokenVariant.of("K08", "leaves those waiting whose command was displaced", LIVENESS)
            .foundBy("rsm/leader-partition")
            .needs("a leader that is cut off with commands of its own")
            .by(Edit.without("Submission.java", "outcome.complete(Optional.empty());")));
  }
}
