package io.raftbed.variants;

import static io.raftbed.trace.FailureKind.LINEARIZABILITY;
import static io.raftbed.trace.FailureKind.LIVENESS;
import static io.raftbed.trace.FailureKind.SAFETY;

import java.util.List;

/** Bugs in how a client of the classic service tries again. */
final class ClerkBugs {

  private static final String CLERK = "KvClerk.java";
  private static final String SEARCH = "LeaderSearch.java";
  private static final String CHANGES =
      "untilAnswered(new PutAppendArgs(op, key, value, clientId, lastSequence),"
          + " PutAppendReply::err);";
  private static final String GETS =
      "return untilAnswered(new GetArgs(key), GetReply::err).value();";

  private ClerkBugs() {}

  static List<BrokenVariant> all() {
    return List.of(
        BrokenVariant.of("K08", "takes any answer for the leader's", LINEARIZABILITY, SAFETY)
            .foundBy("4A/partitions-one-client")
            .by(Edit.without(SEARCH, ".filter(r -> err.apply(r) != Err.WRONG_LEADER)")),
        BrokenVariant.of("K22", "gives all clients the same id", LINEARIZABILITY, SAFETY)
            .foundBy("4A/restarts-partitions-unreliable")
            .needs("two clients")
            .by(new Edit(CLERK, "new Random().nextLong()", "new Random(1).nextLong()")),
        BrokenVariant.of("K23", "gives each try a sequence of its own", LINEARIZABILITY, SAFETY)
            .foundBy("4A/unreliable")
            .needs("a lost reply")
            .by(
                new Edit(
                    CLERK,
                    CHANGES,
                    "while (leader.call(new PutAppendArgs(op, key, value, clientId,"
                        + " lastSequence++), PutAppendReply::err).isEmpty()) {}")),
        BrokenVariant.of(
                "K24", "raises its sequence only after an answer", LINEARIZABILITY, SAFETY)
            .foundBy("4A/partitions")
            .needs("a lost reply")
            .by(
                Edit.without(CLERK, "lastSequence++;"),
                new Edit(
                    CLERK,
                    CHANGES,
                    "if (leader.call(new PutAppendArgs(op, key, value, clientId, lastSequence + 1),"
                        + " PutAppendReply::err).isPresent()) {\n      lastSequence++;\n"
                        + "    } else {\n"
                        + "      untilAnswered(new PutAppendArgs(op, key, value, clientId,"
                        + " lastSequence + 1), PutAppendReply::err);\n    }")),
        BrokenVariant.of("K48", "gives a Get up after ten tries", LINEARIZABILITY, SAFETY)
            .foundBy("4A/restarts-partitions-unreliable")
            .needs("no leader for some time")
            .by(
                new Edit(
                    CLERK,
                    GETS,
                    """
                    for (int tries = 0; tries < 10; tries++) {
                      Optional<GetReply> reply = leader.call(new GetArgs(key), GetReply::err);
                      if (reply.isPresent()) {
                        return reply.get().value();
                      }
                    }
                    return "";\
                    """)),
        BrokenVariant.of("K49", "gives a change up after ten tries", LINEARIZABILITY, SAFETY)
            .foundBy("4A/one-partition")
            .needs("no leader for some time")
            .by(
                new Edit(
                    CLERK,
                    CHANGES,
                    """
                    PutAppendArgs args = new PutAppendArgs(op, key, value, clientId, lastSequence);
                    for (int tries = 0; tries < 10; tries++) {
                      if (leader.call(args, PutAppendReply::err).isPresent()) {
                        return;
                      }
                    }\
                    """)),
        BrokenVariant.of("K50", "stays with a server that does not answer", LIVENESS)
            .foundBy("4A/one-partition")
            .needs("a leader that its clients cannot reach")
            .by(
                new Edit(
                    SEARCH,
                    "servers.get(next).call(request).filter(",
                    "Optional.of(untilItAnswers(request)).filter("),
                new Edit(
                    SEARCH,
                    "private void failed() {",
                    """
                    private <R extends Record> R untilItAnswers(Request<R> request) {
                      while (true) {
                        Optional<R> reply = servers.get(next).call(request);
                        if (reply.isPresent()) {
                          return reply.get();
                        }
                      }
                    }

                    private void failed() {\
                    """)));
  }
}
