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
  private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final int MORE_COMMANDS = 3;
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
    boolean membersChange = servers.testbed().options().membersChange();
    // Where members may just change, it is enough that one has applied it.
    int index = agree(membersChange ? 1 : servers.size());
    for (int more = 0; membersChange && more < MORE_COMMANDS && !isApplied(index); more++) {
      agree(1); // a later leader learns what is committed by an entry of its own term (§5.4.2)
    }
    requireSettled(index);
  }

  private int agree(int needed) {
    String command = "converge " + ++times;
    return agreement.agree(command.getBytes(StandardCharsets.US_ASCII), needed, true);
  }

  private boolean isApplied(int index) {
    return await(RETRY_NANOS, () -> haveApplied(index));
  }

  private boolean haveApplied(int index) {
    return servers.members().stream().allMatch(s -> s.service().lastApplied() >= index);
  }

  /** Requires that all members have applied the log up to an index, and that one leads. */
  void requireSettled(int index) {
    require(
        () -> servers.committedConfiguration() instanceof Configuration.Members,
        "a change of members has not come to its end");
    require(() -> haveApplied(index), "not all servers applied the log up to index " + index);
    require(() -> leaders() == 1, "there is not exactly one leader");
  }

  private void require(BooleanSupplier condition, String otherwise) {
    if (!await(SETTLE_NANOS, condition)) {
      servers.tooLate(otherwise + " 5 s after a healed cluster agreed on a command");
    }
  }

  private boolean await(long nanos, BooleanSupplier condition) {
    long end = servers.simulation().now() + nanos;
    while (!condition.getAsBoolean()) {
      if (servers.simulation().now() >= end) {
        return false;
      }
      servers.simulation().sleep(POLL_NANOS);
    }
    return true;
  }

  private long leaders() {
    return servers.connectedStates().values().stream().filter(RaftState::isLeader).count();
  }
}
