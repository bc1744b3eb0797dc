package io.raftbed.cluster;

import io.raftbed.lab.Configuration;
import io.raftbed.lab.RaftState;
import io.raftbed.net.Network;
import io.raftbed.net.Profile;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Ends all faults and demands that the cluster then does its work. */
final class Convergence {

  private static final long SETTLE_NANOS = TimeUnit.SECONDS.toNanos(5);
  private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final Servers servers;
  private final Agreement agreement;
  private int times;

  Convergence(Servers servers, Agreement agreement) {
    this.servers = servers;
    this.agreement = agreement;
  }

  /**
   * Ends all faults, those of disks, crashes to come, drifting clocks and slow services among them;
   * boots the servers that are down.
   */
  void heal() {
    Network network = servers.testbed().network();
    network.dropHeld();
    network.use(Profile.RELIABLE);
    network.healAll();
    for (Server server : servers.inService()) {
      server.storage().heal();
      server.connected(true);
      server.drift(0);
      server.slowService(0);
      if (server.paused()) {
        server.resume();
      }
      if (!server.running()) {
        server.boot();
      }
    }
  }

  /** Requires one command, one log and one leader. */
  void check() {
    String command = "converge " + ++times;
    requireSettled(agreement.agree(command.getBytes(StandardCharsets.US_ASCII), needed(), true));
  }

  /** How many must apply a command; where members may just change, it is enough that one did. */
  private int needed() {
    return servers.testbed().options().membersChange() ? 1 : servers.size();
  }

  /** Requires that all members have applied the log up to an index, and that one leads. */
  void requireSettled(int index) {
    require(
        () -> servers.committedConfiguration() instanceof Configuration.Members,
        "a change of members has not come to its end");
    require(
        () -> servers.members().stream().allMatch(s -> s.service().lastApplied() >= index),
        "not all servers applied the log up to index " + index);
    require(() -> leaders() == 1, "there is not exactly one leader");
  }

  private void require(BooleanSupplier condition, String otherwise) {
    long end = servers.simulation().now() + SETTLE_NANOS;
    while (!condition.getAsBoolean()) {
      if (servers.simulation().now() >= end) {
        servers.tooLate(otherwise + " 5 s after a healed cluster agreed on a command");
      }
      servers.simulation().sleep(POLL_NANOS);
    }
  }

  private long leaders() {
    return servers.connectedStates().values().stream().filter(RaftState::isLeader).count();
  }
}
