package io.raftbed.variants;

import static io.raftbed.trace.FailureKind.EXCEPTION;
import static io.raftbed.trace.FailureKind.LINEARIZABILITY;
import static io.raftbed.trace.FailureKind.SAFETY;
import static io.raftbed.variants.KvHabits.CHANGES;
import static io.raftbed.variants.KvHabits.GETS;
import static io.raftbed.variants.KvHabits.MACHINE;
import static io.raftbed.variants.KvHabits.SEES_MACHINE;
import static io.raftbed.variants.KvHabits.SEES_RAFT;
import static io.raftbed.variants.KvHabits.SERVER;

import java.util.List;

/** Bugs of the classic server: what it answers, and when. */
final class ServiceBugs {

  private ServiceBugs() {}

  static List<BrokenVariant> all() {
    return List.of(
        BrokenVariant.of("L01", "answers Get from its own state", LINEARIZABILITY, SAFETY)
            .foundBy("4A/restarts-unreliable")
            .needs("a server that lags")
            .by(SEES_MACHINE)
            .by(
                new Edit(
                    SERVER, GETS, "if (args != null) return machine.read(args);\n    " + GETS)),
        BrokenVariant.of(
                "L03", "answers Get from its own state if it leads", LINEARIZABILITY, SAFETY)
            .foundBy("4A/one-partition")
            .needs("a leader that is cut off while another is elected")
            .by(SEES_MACHINE)
            .by(SEES_RAFT)
            .by(
                new Edit(
                    SERVER,
                    GETS,
                    "if (world.raft().state().isLeader()) return machine.read(args);\n    "
                        + GETS)),
        BrokenVariant.of(
                "L07",
                "reads when asked, and answers when that is committed",
                LINEARIZABILITY,
                SAFETY)
            .foundBy("4A/restarts-partitions-unreliable")
            .needs("a leader that has not applied all yet")
            .by(SEES_MACHINE)
            .by(
                new Edit(SERVER, GETS, "GetReply early = machine.read(args);\n    " + GETS),
                new Edit(SERVER, ".map(KvReplies::decodeGet)", ".map(late -> early)")),
        BrokenVariant.of("K09", "answers Put before it is committed", LINEARIZABILITY, SAFETY)
            .foundBy("4A/one-partition")
            .needs("a leader that loses its entries")
            .by(SEES_RAFT)
            .by(
                new Edit(
                    SERVER,
                    CHANGES,
                    "if (world.raft().state().isLeader()) {\n"
                        + "      Thread.startVirtualThread(() -> rsm.submit(new"
                        + " KvCommand.PutAppend(args).encoded()));\n"
                        + "      return new PutAppendReply(Err.OK);\n    }\n    "
                        + CHANGES)),
        BrokenVariant.of(
                "K27", "says \"no such key\" where it does not lead", LINEARIZABILITY, SAFETY)
            .foundBy("4A/one-partition")
            .needs("a request to a follower")
            .by(new Edit(SERVER, "new GetReply(Err.WRONG_LEADER", "new GetReply(Err.NO_KEY")),
        BrokenVariant.of("K34", "loses an Append to a missing key", LINEARIZABILITY, SAFETY)
            .foundBy("4A/restarts-partitions-random-keys")
            .by(
                new Edit(
                    MACHINE,
                    "values.merge(args.key(), value, Utf8Text::append);",
                    "values.computeIfPresent(args.key(), (key, old) -> old.append(value));")),
        BrokenVariant.of("K14", "fails at an Append to a missing key", EXCEPTION)
            .foundBy("4A/one-key")
            .by(
                new Edit(
                    MACHINE,
                    "values.merge(args.key(), value, Utf8Text::append);",
                    "values.put(args.key(), values.get(args.key()).append(value));")));
  }
}
