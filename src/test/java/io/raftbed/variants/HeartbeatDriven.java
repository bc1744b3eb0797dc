package io.raftbed.variants;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The other style of replication: a command only enters the leader's log, and goes out with the
 * next heartbeat, as does word of its commitment. So messages are fewer and carry more. Bugs that
 * may show sooner or later for that are laid over it, too.
 */
final class HeartbeatDriven {

  /** Makes the reference send nothing of its own accord but heartbeats. */
  static final Edit STYLE =
      new Edit(
          "ReferenceRaft.java", "    if (leadership.hasNewsFor(link.id())) {", "    if (false) {");

  /** By the id of the bug in the eager style: the test that finds it in this one. */
  private static final Map<String, String> FOUND_BY =
      Map.ofEntries(
          Map.entry("E17", "3B+/heartbeats"),
          Map.entry("R01", "3B+/figure-8"),
          Map.entry("R04", "3B+/heartbeats"),
          Map.entry("R05", "3B+/stale-acks"),
          Map.entry("R06", "3B+/reordering"),
          Map.entry("R08", "3B+/figure-8"),
          Map.entry("R11", "3B+/figure-8"),
          Map.entry("R12", "3B+/stale-acks"),
          Map.entry("R13", "3D+/crash-at-save"),
          Map.entry("R16", "3B+/even-cluster"),
          Map.entry("P05", "3C+/follower-restart"),
          Map.entry("P08", "3C+/follower-restart"),
          Map.entry("S04", "3D+/repeated"));

  private HeartbeatDriven() {}

  /** Returns the same bug in this style, where it is in the table. */
  static Optional<BrokenVariant> of(BrokenVariant eager) {
    return Optional.ofNullable(FOUND_BY.get(eager.id())).map(test -> over(eager).foundBy(test));
  }

  private static BrokenVariant over(BrokenVariant eager) {
    return new BrokenVariant(
        eager.id() + "h",
        eager.bug(),
        BrokenVariant.Style.HEARTBEAT_DRIVEN,
        eager.expected(),
        "",
        eager.needs(),
        Stream.concat(Stream.of(STYLE), eager.edits().stream()).toList());
  }

  static List<BrokenVariant> controls() {
    return List.of(
        new BrokenVariant(
            "Hc",
            "sends entries with heartbeats only",
            BrokenVariant.Style.HEARTBEAT_DRIVEN,
            Set.of(),
            "",
            "it is slower, within the limits of all suites",
            List.of(STYLE)));
  }
}
