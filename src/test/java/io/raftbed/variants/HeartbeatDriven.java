package io.raftbed.variants;

import java.util.List;

/**
 * The other style of replication: a command only enters the leader's log, and goes out with the
 * next heartbeat, as does word of its commitment. So messages are fewer and carry more, and more of
 * what they carry is known already. Bugs whose effect depends on that are laid over it.
 */
final class HeartbeatDriven {

  static final Edit STYLE =
      new Edit(
          "ReferenceRaft.java", "      persist();\n      replicateNews();", "      persist();");

  private HeartbeatDriven() {}

  static List<BrokenVariant> bugs() {
    return List.of();
  }

  static List<BrokenVariant> controls() {
    return List.of(BrokenVariant.of("Hc", "sends entries with heartbeats only").by(STYLE));
  }
}
