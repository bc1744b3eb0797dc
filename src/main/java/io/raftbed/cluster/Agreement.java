package io.raftbed.cluster;

import io.raftbed.lab.RaftState;
import io.raftbed.lab.Started;
import io.raftbed.net.MessageText;
import io.raftbed.sim.Simulation;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Waits until servers have agreed on a command, and applied it. */
final class Agreement {

  private static final long AGREE_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final long APPLY_NANOS = TimeUnit.SECONDS.toNanos(2);
  private static final long APPLY_POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
  private static final long NO_LEADER_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private static final int WAIT_POLLS = 30;
  private static final long FIRST_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
  private static final long LONGEST_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(1_280);

  private final Servers servers;
  private final Simulation simulation;

  Agreement(Servers servers) {
    this.servers = servers;
    this.simulation = servers.simulation();
  }

  /** Offers a command until so many servers have applied it, and returns its index. */
  int agree(byte[] command, int needed, boolean retry) {
    long end = simulation.now() + AGREE_NANOS;
    int offers = 0;
    while (simulation.now() < end) {
      Optional<Started> started = offer(command);
      if (started.isEmpty()) {
        simulation.sleep(NO_LEADER_PAUSE_NANOS);
        continue;
      }
      offers++;
      int index = started.get().index();
      if (isApplied(command, index, needed)) {
        return index;
      }
      if (!retry) {
        servers.tooLate(
            "no agreement: %s was not applied at index %d by %d servers within 2 s"
                .formatted(MessageText.show(command), index, needed),
            applied(index));
      }
    }
    servers.tooLate(
        "no agreement: %s was not applied by %d servers within 10 s"
            .formatted(MessageText.show(command), needed),
        "leaders accepted it " + offers + " times");
    return -1;
  }

  /** Offers a command to the connected servers in turn until one accepts it as leader. */
  private Optional<Started> offer(byte[] command) {
    for (Server server : servers.all()) {
      Optional<Started> started = server.connected() ? server.start(command) : Optional.empty();
      if (started.isPresent()) {
        return started;
      }
    }
    return Optional.empty();
  }

  /** Waits until this very command is applied at an index by so many servers. */
  private boolean isApplied(byte[] command, int index, int needed) {
    long end = simulation.now() + APPLY_NANOS;
    while (simulation.now() < end) {
      if (servers.appliedCount(index) >= needed) {
        Optional<byte[]> applied = servers.testbed().committed().command(index);
        if (applied.isPresent() && Arrays.equals(applied.get(), command)) {
          return true;
        }
      }
      simulation.sleep(APPLY_POLL_NANOS);
    }
    return false;
  }

  /** Waits until so many servers have applied something at an index, and returns it. */
  Optional<byte[]> waitApplied(int index, int needed, int startTerm) {
    long pause = FIRST_WAIT_NANOS;
    for (int poll = 0; poll < WAIT_POLLS; poll++) {
      if (servers.appliedCount(index) >= needed) {
        return servers.testbed().committed().command(index);
      }
      simulation.sleep(pause);
      pause = Math.min(2 * pause, LONGEST_WAIT_NANOS);
      if (startTerm >= 0 && hasMovedPast(startTerm)) {
        return Optional.empty();
      }
    }
    if (servers.appliedCount(index) < needed) {
      servers.tooLate(
          "index %d was not applied by %d servers in 30 polls".formatted(index, needed),
          applied(index));
    }
    return servers.testbed().committed().command(index);
  }

  private boolean hasMovedPast(int term) {
    return servers.all().stream()
        .flatMap(server -> server.state().stream())
        .mapToInt(RaftState::term)
        .anyMatch(now -> now > term);
  }

  private String applied(int index) {
    return servers
        .testbed()
        .committed()
        .command(index)
        .map(command -> "index %d is %s".formatted(index, MessageText.show(command)))
        .orElse("no server has applied index " + index)
        .concat("; servers that have applied it: " + servers.appliedCount(index));
  }
}
