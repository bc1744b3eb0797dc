package io.raftbed.variants;

import static io.raftbed.trace.FailureKind.LIMIT;
import static io.raftbed.trace.FailureKind.LINEARIZABILITY;
import static io.raftbed.trace.FailureKind.SAFETY;
import static io.raftbed.variants.KvHabits.CHANGES;
import static io.raftbed.variants.KvHabits.LOOKS_UP;
import static io.raftbed.variants.KvHabits.MACHINE;
import static io.raftbed.variants.KvHabits.SEES_MACHINE;
import static io.raftbed.variants.KvHabits.SERVER;

import java.util.List;
import java.util.stream.Stream;

/** Bugs in the table that lets a change which is tried again take effect once (section 8). */
final class DuplicateBugs {

  private static final String TABLE =
      "private final StateTable<Long, Long> lastSequences = new StateTable<>();";
  private static final String NOTES = "lastSequences.put(args.clientId(), args.sequence());";

  /** Lets the server answer a change at once under a condition. */
  private static Edit answersAtOnce(String condition) {
    return new Edit(
        SERVER,
        CHANGES,
        "if (" + condition + ") return new PutAppendReply(Err.OK);\n    " + CHANGES);
  }

  /** Gives the server a table of its own. */
  private static final Edit OWN_TABLE =
      new Edit(
          SERVER,
          "private final Rsm rsm;",
          "private final Rsm rsm; final java.util.TreeMap<Long, Long> own ="
              + " new java.util.TreeMap<>();");

  private static final Edit KNOWS_NONE = new Edit(MACHINE, LOOKS_UP, "args.sequence() < 0");

  private DuplicateBugs() {}

  static List<BrokenVariant> all() {
    return Stream.of(places(), comparisons(), losses()).flatMap(List::stream).toList();
  }

  private static List<BrokenVariant> places() {
    return List.of(
        BrokenVariant.of("K01", "knows no duplicate", LINEARIZABILITY, SAFETY)
            .foundBy("4A/restarts-unreliable")
            .needs("a lost reply")
            .by(KNOWS_NONE),
        BrokenVariant.of("K02", "looks for duplicates before the log only", LINEARIZABILITY, SAFETY)
            .foundBy("4A/restarts-partitions-unreliable")
            .needs("a retry while the first try is under way")
            .by(KNOWS_NONE, answersAtOnce("machine.knows(args)"))
            .by(SEES_MACHINE),
        BrokenVariant.of(
                "K03", "keeps the table at the server that answered", LINEARIZABILITY, SAFETY)
            .foundBy("4A/restarts-unreliable")
            .needs("a leader that fails between applying and answering")
            .by(
                KNOWS_NONE,
                OWN_TABLE,
                answersAtOnce("own.getOrDefault(args.clientId(), 0L) >= args.sequence()"),
                new Edit(
                    SERVER,
                    ".map(KvReplies::decodePutAppend)",
                    ".map(bytes -> { own.put(args.clientId(), args.sequence());"
                        + " return KvReplies.decodePutAppend(bytes); })")),
        BrokenVariant.of(
                "K60",
                "takes a change that it was asked for before for done",
                LINEARIZABILITY,
                SAFETY)
            .foundBy("4A/one-partition")
            .needs("a retry at a server that did not commit the first try")
            .by(
                OWN_TABLE,
                answersAtOnce("own.getOrDefault(args.clientId(), 0L) >= args.sequence()"),
                new Edit(
                    SERVER,
                    "return rsm.submit(new KvCommand.PutAppend",
                    "own.put(args.clientId(), args.sequence());\n"
                        + "    return rsm.submit(new KvCommand.PutAppend")));
  }

  private static List<BrokenVariant> comparisons() {
    return List.of(
        BrokenVariant.of(
                "K10", "takes only the very last change for a duplicate", LINEARIZABILITY, SAFETY)
            .foundBy("4A+/late-duplicates")
            .needs("a change that arrives again after the client's next one")
            .by(new Edit(MACHINE, LOOKS_UP, LOOKS_UP.replace("<=", "==").replace("0L", "-1L"))),
        BrokenVariant.of("K10a", "takes older changes only for duplicates", LINEARIZABILITY, SAFETY)
            .foundBy("4A/restarts-unreliable")
            .needs("a lost reply")
            .by(new Edit(MACHINE, LOOKS_UP, LOOKS_UP.replace("<=", "<"))),
        BrokenVariant.of("K21", "has one sequence for all clients", LINEARIZABILITY, SAFETY)
            .foundBy("4A/one-partition")
            .needs("two clients")
            .by(
                new Edit(MACHINE, "lastSequences.getOrDefault(args.clientId", "last(args.clientId"),
                new Edit(MACHINE, NOTES, "lastSequences.put(0L, args.sequence());"),
                new Edit(
                    MACHINE,
                    TABLE,
                    TABLE
                        + " private long last(long client, long none) {"
                        + " return lastSequences.getOrDefault(0L, none); }")));
  }

  private static List<BrokenVariant> losses() {
    return List.of(
        BrokenVariant.of(
                "K04", "leaves the table out when it writes a snapshot", LINEARIZABILITY, SAFETY)
            .foundBy("4B/restarts-unreliable")
            .needs("a lost reply, a snapshot and a restart")
            .by(
                new Edit(MACHINE, "putInt(lastSequences.size())", "putInt(0)"),
                new Edit(MACHINE, "-> out.putLong(clientId).putLong(sequence)", "-> {}")),
        BrokenVariant.of(
                "K04a", "leaves the table out when it reads a snapshot", LINEARIZABILITY, SAFETY)
            .foundBy("4B/restarts-unreliable")
            .needs("a lost reply, a snapshot and a restart")
            .by(
                new Edit(
                    MACHINE,
                    "lastSequences.put(in.getLong(), in.getLong());",
                    "in.getLong();\n      in.getLong();")),
        BrokenVariant.of("K12", "forgets clients by its own clock", LINEARIZABILITY, SAFETY)
            .foundBy("4A/restarts-partitions-unreliable")
            .needs("a retry that comes late")
            .by(
                new Edit(
                    MACHINE,
                    TABLE,
                    TABLE
                        + " private final java.util.TreeMap<Long, Long> heard = new"
                        + " java.util.TreeMap<>();"),
                new Edit(
                    MACHINE,
                    "boolean duplicate =",
                    """
                    long now = System.nanoTime();
                    Long before = heard.put(args.clientId(), now);
                    if (before != null && now - before > 100_000_000) {
                      lastSequences.remove(args.clientId());
                    }
                    boolean duplicate =\
                    """)),
        BrokenVariant.of("K13", "forgets a client by chance", LINEARIZABILITY, SAFETY)
            .foundBy("4B/restarts-unreliable")
            .needs("more clients than it remembers")
            .by(
                evicting(
                    "lastSequences.keySet().stream().skip(new"
                        + " java.util.Random().nextInt(4)).findFirst().get()")),
        BrokenVariant.of("K25", "remembers three clients", LINEARIZABILITY, SAFETY)
            .foundBy("4B/restarts-unreliable")
            .needs("a fourth client, and a lost reply")
            .by(evicting("lastSequences.keySet().iterator().next()")),
        BrokenVariant.of("K47", "remembers each change for ever", LIMIT)
            .foundBy("4B/snapshot-size")
            .needs("many changes")
            .by(
                new Edit(
                    MACHINE,
                    LOOKS_UP,
                    "lastSequences.containsKey(args.clientId() + args.sequence())"),
                new Edit(
                    MACHINE, NOTES, "lastSequences.put(args.clientId() + args.sequence(), 0L);")));
  }

  /** Keeps three entries of the table. */
  private static Edit evicting(String key) {
    return new Edit(
        MACHINE,
        NOTES,
        NOTES + " if (lastSequences.size() > 3) lastSequences.remove(" + key + ");");
  }
}
