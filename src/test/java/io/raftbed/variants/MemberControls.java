package io.raftbed.variants;

import java.util.List;

/** What looks like a bug of membership changes and is none. */
final class MemberControls {

  private MemberControls() {}

  static List<BrokenVariant> all() {
    return List.of(
        BrokenVariant.of("M15c", "asks all servers for votes, and counts those of members")
            .needs("the votes of others do not count")
            .by(MemberBugs.ASKS_ALL),
        BrokenVariant.of("M24c", "changes one server at a time")
            .needs("it waits until an entry of its own term is committed")
            .by(MemberBugs.SINGLE_SERVER)
            .by(
                new Edit(
                    "Membership.java",
                    "return known().latestIndex() <= state.commitIndex();",
                    "return known().latestIndex() <= state.commitIndex()"
                        + " && (!state.isLeader()"
                        + " || state.log().termAt(state.commitIndex()) == state.currentTerm());")),
        BrokenVariant.of("M25c", "stops at once to tell those who leave")
            .needs("who is left can elect without them")
            .by(new Edit("Leadership.java", "members.contained(server)", "server < 0")),
        BrokenVariant.of("M26c", "removes servers without telling them when it is done")
            .needs("others disregard those who stand for election because of it")
            .by(
                new Edit(
                    "Leadership.java",
                    "progressOf(server).knownCommit() < members.latestIndex()",
                    "members.latestIndex() > state.commitIndex()")));
  }
}
