package io.raftbed.variants;

import static io.raftbed.trace.FailureKind.LINEARIZABILITY;
import static io.raftbed.trace.FailureKind.SAFETY;
import static io.raftbed.variants.KvHabits.VERSIONED_SERVER;

import java.util.List;

/** Bugs of the versioned service and its clients. */
final class VersionBugs {

  private static final String CLERK = "VersionedKvClerk.java";
  private static final String MACHINE = "VersionedStateMachine.java";
  private static final String REFUSED =
      "retried ? PutOutcome.MAYBE : PutOutcome.VERSION_MISMATCH";

  private VersionBugs() {}

  static List<BrokenVariant> all() {
    return List.of(
        BrokenVariant.of(
                "K18",
                "tells a retried Put that the version did not match",
                LINEARIZABILITY,
                SAFETY)
            .foundBy("4A/versioned-unreliable")
            .needs("a lost reply")
            .by(new Edit(CLERK, REFUSED, "PutOutcome.VERSION_MISMATCH")),
        BrokenVariant.of(
                "K18a", "does not take \"wrong leader\" for a try", LINEARIZABILITY, SAFETY)
            .foundBy("4A+/versioned-flapping-links")
            .needs("a leader that is deposed, and its entry committed all the same")
            .by(
                new Edit(CLERK, "boolean retried = false;", "boolean[] told = {false};\n    boolean retried = false;"),
                new Edit(
                    CLERK,
                    "leader.call(args, VersionedPutReply::err)",
                    "leader.call(args, r -> { told[0] = true; return r.err(); })"),
                new Edit(CLERK, "retried = true;", "retried |= !told[0];\n      told[0] = false;")),
        BrokenVariant.of("K39", "tells every refused Put maybe", SAFETY)
            .foundBy("4A+/versioned-racing-clients")
            .needs("a Put that is refused at its first try")
            .by(new Edit(CLERK, REFUSED, "PutOutcome.MAYBE")),
        BrokenVariant.of("K40", "tells a retried Put that succeeds maybe", SAFETY)
            .foundBy("4A/versioned-basic")
            .needs("a second try")
            .by(
                new Edit(
                    CLERK,
                    "case OK -> PutOutcome.OK;",
                    "case OK -> retried ? PutOutcome.MAYBE : PutOutcome.OK;")),
        BrokenVariant.of(
                "K08a", "says \"version mismatch\" where it does not lead", LINEARIZABILITY, SAFETY)
            .foundBy("4A/versioned-one-partition")
            .needs("a leader that is deposed, and its entry committed all the same")
            .by(
                new Edit(
                    VERSIONED_SERVER,
                    "new VersionedPutReply(Err.WRONG_LEADER)",
                    "new VersionedPutReply(Err.VERSION_MISMATCH)")),
        BrokenVariant.of(
                "K28", "looks at its state when it answers a Put", LINEARIZABILITY, SAFETY)
            .foundBy("4A/versioned-restarts-partitions-random-keys")
            .needs("another Put between applying and answering")
            .by(
                new Edit(
                    VERSIONED_SERVER,
                    "private final Rsm rsm;",
                    "private final Rsm rsm; VersionedStateMachine machine;"),
                new Edit(MACHINE, "private VersionedGetReply get(", "VersionedGetReply get("),
                new Edit(
                    VERSIONED_SERVER,
                    "    VersionedKvServer server =\n",
                    "    VersionedStateMachine machine = new VersionedStateMachine();\n"
                        + "    VersionedKvServer server =\n"),
                new Edit(VERSIONED_SERVER, "replicate(new VersionedStateMachine())", "replicate(machine)"),
                new Edit(
                    VERSIONED_SERVER,
                    "environment.handle(VersionedGetArgs",
                    "server.machine = machine; environment.handle(VersionedGetArgs"),
                new Edit(
                    VERSIONED_SERVER,
                    ".map(VersionedReplies::decodePut)",
                    ".map(applied -> new VersionedPutReply("
                        + "machine.get(new VersionedGetArgs(args.key())).value().equals(args.value())"
                        + " ? Err.OK : Err.VERSION_MISMATCH))")),
        BrokenVariant.of("K36", "lets a Put with any version make a key", LINEARIZABILITY, SAFETY)
            .foundBy("4A/versioned-unreliable")
            .needs("a Put with a version above 0 and no such key")
            .by(
                new Edit(
                    MACHINE,
                    "if (args.version() != version) {",
                    "if (version != 0 && args.version() != version) {")),
        BrokenVariant.of("K37", "gives a new key version 0", LINEARIZABILITY, SAFETY)
            .foundBy("4A/versioned-partitions")
            .by(
                new Edit(
                    MACHINE,
                    "new Versioned(args.value(), version + 1)",
                    "new Versioned(args.value(), entries.containsKey(args.key()) ? version + 1 : 0)")),
        BrokenVariant.of("K35", "takes an empty value for no such key", LINEARIZABILITY, SAFETY)
            .foundBy("4B/versioned-unreliable")
            .needs("an empty value that is read")
            .by(
                new Edit(
                    MACHINE,
                    "entry.version() == 0 ? Err.NO_KEY",
                    "entry.value().isEmpty() ? Err.NO_KEY")));
  }
}
