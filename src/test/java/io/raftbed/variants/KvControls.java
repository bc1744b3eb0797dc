package io.raftbed.variants;

import static io.raftbed.variants.KvHabits.CHANGES;
import static io.raftbed.variants.KvHabits.MACHINE;
import static io.raftbed.variants.KvHabits.RSM;
import static io.raftbed.variants.KvHabits.SEES_MACHINE;
import static io.raftbed.variants.KvHabits.SERVER;

import java.util.List;
import java.util.stream.Stream;

/** Services that look broken and are not: a testbed that reports one of them is wrong. */
final class KvControls {

  private KvControls() {}

  static List<BrokenVariant> all() {
    return Stream.of(ofClients(), ofServices(), ofWaiters(), ofSnapshots())
        .flatMap(List::stream)
        .toList();
  }

  private static List<BrokenVariant> ofClients() {
    return List.of(
        BrokenVariant.of("K19c", "looks for the leader anew now and then")
            .needs("it costs a message or two")
            .by(
                new Edit("LeaderSearch.java", "private int next;", "private int next, answered;"),
                new Edit(
                    "LeaderSearch.java",
                    "failures = 0;\n    }",
                    "failures = 0;\n      next = (next + ++answered / 8) % servers.size();\n"
                        + "      answered %= 8;\n    }")),
        BrokenVariant.of("K10c", "sends a change again that is not answered soon")
            .needs("the second one is a duplicate, whenever it comes")
            .by(KvHabits.SENDS_AGAIN),
        BrokenVariant.of("K48c", "waits 100 ms when no server leads")
            .needs("it is slower, within the limits of all suites")
            .by(new Edit("LeaderSearch.java", "Duration.ofMillis(25)", "Duration.ofMillis(100)")));
  }

  private static List<BrokenVariant> ofServices() {
    return List.of(
        BrokenVariant.of("K02c", "looks for duplicates before the log, too")
            .needs("what the table holds is applied, and so committed")
            .by(SEES_MACHINE)
            .by(
                new Edit(
                    SERVER,
                    CHANGES,
                    "if (machine.knows(args)) return new PutAppendReply(Err.OK);\n    " + CHANGES)),
        BrokenVariant.of("K11c", "keeps each client's last reply, for duplicates")
            .needs("a client has one change under way")
            .by(
                new Edit(
                    MACHINE,
                    "private final StateTable<Long, Long> lastSequences",
                    "private final java.util.TreeMap<Long, PutAppendReply> replies = new"
                        + " java.util.TreeMap<>();\n"
                        + "  private final StateTable<Long, Long> lastSequences"),
                new Edit(
                    MACHINE,
                    "return new PutAppendReply(Err.OK);",
                    """
                    PutAppendReply reply = new PutAppendReply(Err.OK);
                    PutAppendReply kept = replies.putIfAbsent(args.clientId(), reply);
                    return kept == null ? reply : kept;\
                    """)),
        BrokenVariant.of("L07c", "reads when its Get is applied, and once more when it answers")
            .needs("the later value is committed too, and the client still waits")
            .by(SEES_MACHINE)
            .by(
                new Edit(
                    SERVER, ".map(KvReplies::decodeGet)", ".map(applied -> machine.read(args))")),
        BrokenVariant.of("K35c", "classic: says \"no such key\" of an empty value")
            .needs("a client is told the empty value in both cases")
            .by(new Edit(MACHINE, "value == null ?", "value == null || value.length() == 0 ?")),
        BrokenVariant.of("K04c", "lays a snapshot over its state instead of emptying it first")
            .needs("no key and no client ever goes")
            .by(Edit.without(MACHINE, "values.clear();\n    lastSequences.clear();")));
  }

  private static List<BrokenVariant> ofWaiters() {
    return List.of(
        BrokenVariant.of("K05c", "knows a waiter by index and term")
            .needs("a leader's term has one command at an index")
            .by(
                new Edit(
                    RSM,
                    "locked(() -> submissions.applied(msg.index(), operation.id(), reply));",
                    """
                    RaftState now = raft.state();
                    locked(() -> submissions.applied(msg.index(), now.term(), reply));\
                    """),
                new Edit(
                    "Submissions.java",
                    "Submission own = open.get(id);",
                    "Submission own = open.values().stream().filter(s -> s.isWithin(index) &&"
                        + " !s.isWithin(index - 1) && !s.isAbandoned(new RaftState((int) id,"
                        + " true))).findFirst().orElse(null);")),
        BrokenVariant.of("K06c", "compares its term alone, not whether it leads")
            .needs("a leader leads until the term is over")
            .by(Edit.without("Submission.java", " || !now.isLeader()")),
        BrokenVariant.of("K12c", "looks for a lost leadership every 700 ms")
            .needs("a submit may take up to a second to return")
            .by(KvHabits.LOOKS_SELDOM),
        BrokenVariant.of("K17c", "looks every millisecond whether its command is applied")
            .needs("it waits for the same thing")
            .by(
                new Edit(
                    RSM,
                    "return submission.await();",
                    """
                    while (!submission.hasOutcome()) {
                      java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
                    }
                    return submission.await();\
                    """)),
        BrokenVariant.of("T07c", "holds its lock while it gives Raft a command")
            .needs("Raft holds none while it waits for the applier")
            .by(
                new Edit(
                    RSM,
                    "raft.start(new Operation(submission.id(), command).encoded());",
                    "locked(() -> raft.start(new Operation(submission.id(),"
                        + " command).encoded()));")),
        BrokenVariant.of("K53c", "begins each term with a command that does nothing")
            .needs("it is skipped by all servers alike")
            .by(
                new Edit(
                    "AppliedState.java",
                    "return machine.apply(command);",
                    "return command.length == 0 ? command : machine.apply(command);"),
                new Edit(
                    RSM,
                    "rsm.start(\"leadership\"",
                    "rsm.start(\"no-op\", rsm::beginTerms);\n    rsm.start(\"leadership\""),
                new Edit(
                    RSM,
                    "  private void awaitSubmission()",
                    """
                      private void beginTerms() throws InterruptedException {
                        int term = 0;
                        while (true) {
                          Thread.sleep(10);
                          RaftState now = raft.state();
                          if (now.isLeader() && now.term() > term) {
                            raft.start(new Operation(0, new byte[0]).encoded());
                            term = now.term();
                          }
                        }
                      }

                      private void awaitSubmission()\
                    """)));
  }

  private static List<BrokenVariant> ofSnapshots() {
    return List.of(
        BrokenVariant.of("S06c", "installs and applies whatever Raft hands up")
            .needs("Raft hands up nothing that is older")
            .by(
                new Edit(
                    RSM,
                    "if (msg.index() <= state.lastApplied()) {\n      return; // an older",
                    "if (msg.index() < 0) {\n      return; // an older"),
                new Edit(
                    RSM,
                    "if (msg.index() <= state.lastApplied()) {\n      return; // a replay",
                    "if (msg.index() < 0) {\n      return; // a replay")),
        BrokenVariant.of("K20c", "keeps the last hundred replies")
            .needs("there is a bound, which is soon reached")
            .by(
                KvHabits.keepsReplies(
                    "if (replies.size() > 100) {\n      replies.pollFirstEntry();\n    }")),
        BrokenVariant.of("S10c", "takes a snapshot however little it frees")
            .needs("it is slower, within the limits of all suites")
            .by(Edit.without("SnapshotRule.java", " && appliedBytes >= near")),
        BrokenVariant.of("S08c", "takes snapshots on a thread of their own")
            .needs("a snapshot holds its own index, and Raft takes no older one than it has")
            .by(
                new Edit(
                    RSM,
                    "raft.snapshot(state.lastApplied(), state.snapshot());",
                    """
                    int index = state.lastApplied();
                    byte[] bytes = state.snapshot();
                    Thread.startVirtualThread(() -> raft.snapshot(index, bytes));\
                    """)));
  }
}
