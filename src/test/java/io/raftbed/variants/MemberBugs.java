package io.raftbed.variants;

import static io.raftbed.trace.FailureKind.LIVENESS;
import static io.raftbed.trace.FailureKind.SAFETY;

import java.util.List;

/** Bugs of membership changes (§6; dissertation, chapter 4), which suite 3E must find. */
final class MemberBugs {

  private static final String MEMBERSHIP = "Membership.java";
  private static final String CONFIGURATIONS = "Configurations.java";
  private static final String STATE = "PersistentState.java";
  private static final String RESTATES =
      "return state.log().lastTerm() < state.currentTerm() && append(known().latest());";
  private static final String JOINT = "yield new Quorum.Joint(old, new Majority(next));";

  /** Asks servers for votes whether they are members or not. */
  static final Edit ASKS_ALL =
      new Edit(
          "ReferenceRaft.java",
          "if (state.persistent().configurations().hasVoter(link.id())) {",
          "if (!links.isEmpty()) {");

  /** Changes by one server go from one set of members to the next (dissertation, section 4.1). */
  static final List<Edit> SINGLE_SERVER =
      List.of(
          new Edit(
              MEMBERSHIP,
              "  private boolean isCommitted() {",
              """
                private static Configuration over(List<Integer> old, List<Integer> next) {
                  java.util.Set<Integer> one = new java.util.TreeSet<>(old);
                  next.forEach(id -> {
                    if (!one.remove(id)) {
                      one.add(id);
                    }
                  });
                  return one.size() == 1 ? new Members(next) : new Joint(old, next);
                }

                private boolean isCommitted() {\
              """),
          new Edit(MEMBERSHIP, "&& append(new Joint(old, next));", "&& append(over(old, next));"),
          new Edit(
              MEMBERSHIP,
              "return leadership.append(new Joint(old, next).command());",
              "return leadership.append(over(old, next).command());"));

  private MemberBugs() {}

  static List<BrokenVariant> all() {
    return List.of(
        BrokenVariant.of("M01", "takes a majority of old and new members together", SAFETY)
            .foundBy("3E/partition-in-joint")
            .needs("a partition in joint consensus")
            .by(
                new Edit(
                    CONFIGURATIONS,
                    JOINT,
                    """
                    java.util.TreeSet<Integer> both = new java.util.TreeSet<>(next);
                    both.addAll(configuration.members());
                    yield new Majority(List.copyOf(both));\
                    """)),
        BrokenVariant.of("M02", "asks only the old members in joint consensus", SAFETY)
            .foundBy("3E/partition-in-joint")
            .needs("a partition in joint consensus")
            .by(new Edit(CONFIGURATIONS, JOINT, "yield old;")),
        BrokenVariant.of("M03", "asks only the new members in joint consensus", SAFETY)
            .foundBy("3E/partition-in-joint")
            .needs("a partition in joint consensus")
            .by(new Edit(CONFIGURATIONS, JOINT, "yield new Majority(next);")),
        BrokenVariant.of("M04", "goes from old to new members without joint consensus", SAFETY)
            .foundBy("3E/roll-back")
            .needs("a change of more than one server that not all know of")
            .by(
                new Edit(
                    MEMBERSHIP,
                    "&& append(new Joint(old, next));",
                    "&& append(new Members(next));"),
                new Edit(
                    MEMBERSHIP,
                    "return leadership.append(new Joint(old, next).command());",
                    "return leadership.append(new Members(next).command());")),
        BrokenVariant.of("M05", "counts new servers before they have caught up", SAFETY, LIVENESS)
            .foundBy("3E/both-sides")
            .needs("new servers that catch up")
            .by(
                new Edit(
                    CONFIGURATIONS,
                    "              yield old;",
                    "              yield new Majority(next);")),
        BrokenVariant.of("M06", "uses a configuration when it is committed, not before", SAFETY)
            .foundBy("3E/partition-in-joint")
            .needs("a configuration that some servers know to be committed and others not")
            .by(
                Edit.without(STATE, "configurations.appended(log.lastIndex(), entry);"),
                new Edit(
                    "ServerState.java",
                    "    commitIndex = Math.max(commitIndex, index);",
                    """
                        for (int i = commitIndex + 1; i <= index && i <= log().lastIndex(); i++) {
                          if (i > log().lastIncludedIndex()) {
                            persistent.configurations().appended(i, log().entryAt(i));
                          }
                        }
                        commitIndex = Math.max(commitIndex, index);\
                    """),
                new Edit(
                    MEMBERSHIP,
                    "return known().latestIndex() <= state.commitIndex();",
                    """
                    return state.log().entries().stream()
                        .skip(state.commitIndex() - state.log().lastIncludedIndex())
                        .allMatch(entry -> Configuration.of(entry.command()).isEmpty());\
                    """),
                new Edit(MEMBERSHIP, RESTATES, "return false;")),
        BrokenVariant.of("M07", "keeps a configuration whose entry is truncated", SAFETY)
            .foundBy("3E/roll-back")
            .needs("a configuration that is overwritten")
            .by(Edit.without(STATE, "configurations.truncatedFrom(index);")),
        BrokenVariant.of("M08", "keeps a configuration that is truncated as the first", SAFETY)
            .foundBy("3E/roll-back")
            .needs("a log that is truncated from a configuration on")
            .by(new Edit(CONFIGURATIONS, "latestIndex() >= index", "latestIndex() > index")),
        BrokenVariant.of(
                "M09", "keeps its configuration when it is sent a snapshot", SAFETY, LIVENESS)
            .foundBy("3E/missed-change")
            .needs("a change that a server learns of by a snapshot only")
            .by(
                new Edit(
                    "Snapshots.java",
                    "args.configuration()",
                    "state.persistent().configurations().latest().command()")),
        BrokenVariant.of(
                "M10", "forgets the configurations in its log over a restart", SAFETY, LIVENESS)
            .foundBy("3E/restart-all")
            .needs("a restart after a change")
            .by(new Edit(STATE, "configurations.appended(++index, entry);", "index++;")),
        BrokenVariant.of(
                "M11", "does not store the configuration of its snapshot", SAFETY, LIVENESS)
            .foundBy("3E/learn-from-snapshot")
            .needs("a restart after a change that is in the snapshot")
            .by(
                new Edit(
                    "StateEncoding.java",
                    "boolean changed = members.length > 0 ||",
                    "members = new byte[0];\n    boolean changed =")),
        BrokenVariant.of("M12", "forgets later configurations when it takes a snapshot", SAFETY)
            .foundBy("3E/restart-all-snapshots")
            .needs("a snapshot of what comes before a change that is under way")
            .by(
                new Edit(
                    CONFIGURATIONS,
                    "entries.removeIf(entry -> entry.index() <= index || entry.index() >"
                        + " lastIndex);",
                    "entries.clear();")),
        BrokenVariant.of("M13", "stores its latest configuration with a snapshot", SAFETY, LIVENESS)
            .foundBy("3E/snapshot-in-change")
            .needs("a snapshot in the midst of a change that is then overwritten")
            .by(
                new Edit(
                    STATE,
                    "bytes, configurations.commandAsOf(lastIncludedIndex)",
                    "bytes, configurations.latest().command()")),
        BrokenVariant.of("M14", "sends its latest configuration with a snapshot", SAFETY, LIVENESS)
            .foundBy("3E/snapshot-in-change")
            .needs("a snapshot sent in the midst of a change that is then overwritten")
            .by(
                new Edit(
                    "Leadership.java",
                    "state.persistent().configurations().commandAsOf(log.lastIncludedIndex()),",
                    "state.persistent().configurations().latest().command(),")),
        BrokenVariant.of("M15", "counts the votes of servers that are no members", SAFETY)
            .foundBy("3E/partition-in-joint")
            .needs("a candidate that asks servers which are no members")
            .by(
                ASKS_ALL,
                new Edit(
                    "Majority.java",
                    "voters.stream().filter(this::isMember).count() >= size()",
                    "voters.size() >= size()")),
        BrokenVariant.of("M16", "lets new servers count before they have caught up", LIVENESS)
            .foundBy("3E/dead-newcomer")
            .needs("a new server that cannot be reached, and one more failure")
            .by(
                new Edit(
                    MEMBERSHIP,
                    "return leadership.isCaughtUp(server, known().latestIndex());",
                    "return leadership.isCaughtUp(server, 0) || server >= 0;")),
        BrokenVariant.of("M17", "begins a change while another is under way", SAFETY)
            .foundBy("3E/partition-in-joint")
            .needs("two changes in a row")
            .by(
                Edit.without(MEMBERSHIP, " || !isCommitted()"),
                new Edit(MEMBERSHIP, "case Joint _ -> false;", "case Joint _ -> true;"),
                new Edit(
                    MEMBERSHIP,
                    "List<Integer> old = now.members();",
                    "List<Integer> old ="
                        + " now instanceof Joint(_, var pending) ? pending : now.members();")),
        BrokenVariant.of("M18", "goes on leading when it is no member any more", LIVENESS)
            .foundBy("3E/remove-leader")
            .needs("the removal of the leader")
            .by(
                Edit.without(MEMBERSHIP, "successor.accept(leadership.mostUpToDate(members));"),
                Edit.without(MEMBERSHIP, "state.stepDown();")),
        BrokenVariant.of("M19", "hears candidates that were removed", LIVENESS)
            .foundBy("3E/removed-campaigns")
            .needs("a removed server that stands for election")
            .by(
                new Edit(
                    MEMBERSHIP,
                    "(!known().hasVoter(candidate) && (state.isLeader() ||"
                        + " leaderIsHeard.getAsBoolean()))",
                    "candidate < 0")),
        BrokenVariant.of("M20", "never votes for a server outside its configuration", LIVENESS)
            .foundBy("3E/vote-of-absent")
            .needs("a new member that needs the vote of one that missed the change")
            .by(new Edit(MEMBERSHIP, "state.isLeader() || leaderIsHeard.getAsBoolean()", "true")),
        BrokenVariant.of("M21", "does not finish the change of an earlier leader", LIVENESS)
            .foundBy("3E/crash-in-joint")
            .needs("a leader that crashes in joint consensus")
            .by(
                new Edit(MEMBERSHIP, RESTATES, "return false;"),
                new Edit(
                    MEMBERSHIP,
                    "case Joint(_, var next) -> append(new Members(next));",
                    "case Joint(_, var next) ->"
                        + " state.log().termAt(Math.max(known().latestIndex(),"
                        + " state.log().lastIncludedIndex())) == state.currentTerm()"
                        + " && append(new Members(next));")),
        BrokenVariant.of(
                "M22", "takes a server that lost its disk for what it was", SAFETY, LIVENESS)
            .foundBy("3E/comes-back-wiped")
            .needs("a server that is removed, wiped and added by the same leader")
            .by(
                Edit.without(
                    MEMBERSHIP,
                    "next.stream().filter(server -> !known().contains(server))"
                        + ".forEach(newcomer::accept);")),
        BrokenVariant.of("M23", "votes before it knows what it was told in an earlier life", SAFETY)
            .foundBy("3E/wiped-among-absent")
            .needs("a wiped server that votes with those who were left behind")
            .by(new Edit(STATE, "return log.lastIndex() >= partFrom;", "return true;")),
        BrokenVariant.of(
                "M24", "changes one server at a time before it has committed in its term", SAFETY)
            .foundBy("3E/one-server-each")
            .needs("two leaders that each begin a change by one server")
            .by(SINGLE_SERVER));
  }
}
