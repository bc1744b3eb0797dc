package io.raftbed.cluster;

import io.raftbed.lab.Configuration;
import io.raftbed.net.MessageText;
import io.raftbed.sim.Simulation;
import io.raftbed.trace.FailureKind;
import io.raftbed.trace.Moment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One value per index, over all servers and all time: what was first applied at each index. */
final class CommittedLog {

  private static final double NANOS_PER_SECOND = 1e9;

  /** Who applied what when, at the index that is its place in the list. */
  private record First(int server, byte[] command, long virtualNanos) {}

  private final Simulation simulation;
  private final List<First> firsts = new ArrayList<>();
  private Optional<Configuration> configuration = Optional.empty();

  CommittedLog(Simulation simulation) {
    this.simulation = simulation;
  }

  /** Returns the command at an index, from 1; empty when no server has applied one there. */
  Optional<byte[]> command(int index) {
    return index >= 1 && index <= firsts.size()
        ? Optional.of(firsts.get(index - 1).command())
        : Optional.empty();
  }

  /** Returns the last index at which a server has applied something, 0 when none has. */
  int lastIndex() {
    return firsts.size();
  }

  /** Returns the latest configuration that a server has applied; empty when none has. */
  Optional<Configuration> configuration() {
    return configuration;
  }

  /**
   * Takes note of a command that a server applied, or restored from a snapshot; a different one
   * that was applied at this index before ends the run. A server applies in order, so no index is
   * skipped.
   *
   * @return the testbed's own copy of the command
   */
  byte[] applied(int server, int index, byte[] command) {
    if (index > firsts.size()) {
      firsts.add(new First(server, command.clone(), simulation.now()));
      configuration = Configuration.of(command).or(() -> configuration);
    }
    First first = firsts.get(index - 1);
    if (!Arrays.equals(first.command(), command)) {
      simulation.fail(
          FailureKind.SAFETY,
          "State Machine Safety is broken: S%d and S%d applied different commands at index %d"
              .formatted(first.server(), server, index),
          List.of(
              fact(first.server(), index, first.command(), first.virtualNanos()),
              fact(server, index, command, simulation.now())),
          List.of(
              new Moment(first.server(), first.virtualNanos()),
              new Moment(server, simulation.now())));
    }
    return first.command();
  }

  private static String fact(int server, int index, byte[] command, long virtualNanos) {
    return String.format(
        Locale.ROOT,
        "S%d applied %s at index %d, at %.6f s",
        server,
        MessageText.show(command),
        index,
        virtualNanos / NANOS_PER_SECOND);
  }
}
