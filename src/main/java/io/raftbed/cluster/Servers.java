package io.raftbed.cluster;

import io.raftbed.lab.Configuration;
import io.raftbed.lab.RaftState;
import io.raftbed.sim.Simulation;
import io.raftbed.trace.FailureKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All servers of a cluster, asked together.
 *
 * @param testbed what they share
 * @param all the servers, by id
 */
record Servers(Testbed testbed, List<Server> all) {

  private static final String WALL_TIME =
      "the test has set the servers' wall time: time-outs need System.nanoTime, which does not"
          + " jump; System.currentTimeMillis, Instant.now and java.util.Timer do";

  int size() {
    return all.size();
  }

  Server get(int id) {
    return all.get(id);
  }

  /** Returns those that are to run. */
  List<Server> inService() {
    return all.stream().filter(Server::inService).toList();
  }

  /** Returns the latest configuration that any server has applied, else that of the founders. */
  Configuration committedConfiguration() {
    return testbed
        .committed()
        .configuration()
        .orElseGet(() -> new Configuration.Members(testbed.options().firstMembers()));
  }

  /** Returns those that are members, by the latest configuration that was applied. */
  List<Server> members() {
    return committedConfiguration().members().stream().map(this::get).toList();
  }

  Simulation simulation() {
    return testbed.simulation();
  }

  /** Asks the connected servers, one after the other; those that are down do not answer. */
  Map<Integer, RaftState> connectedStates() {
    Map<Integer, RaftState> states = new TreeMap<>();
    all.stream()
        .filter(Server::connected)
        .forEach(server -> server.state().ifPresent(state -> states.put(server.id(), state)));
    return states;
  }

  /** Returns how many servers have applied something at an index. */
  int appliedCount(int index) {
    return (int) all.stream().filter(s -> s.service().command(index).isPresent()).count();
  }

  /** Ends the run because something did not happen in time. */
  void tooLate(String message, String... facts) {
    fail(FailureKind.LIVENESS, message, facts);
  }

  /** Ends the run; what each server says of itself is added to the facts. */
  void fail(FailureKind kind, String message, String... facts) {
    List<String> shown = new ArrayList<>(List.of(facts));
    all.forEach(server -> shown.add(describe(server)));
    if (all.stream().anyMatch(server -> simulation().clock(server.id()).wallTimeIsSet())) {
      shown.add(WALL_TIME);
    }
    simulation().fail(kind, message, shown);
  }

  private static String describe(Server server) {
    String applied = "applied up to index " + server.service().lastApplied();
    Optional<RaftState> state = server.state();
    if (state.isEmpty()) {
      String why = server.paused() ? "paused" : "down";
      String disk = server.diskFailure().map(failure -> ", " + failure).orElse("");
      return "S%d: %s%s, %s".formatted(server.id(), why, disk, applied);
    }
    return "S%d: term %d, %s, %s, %s"
        .formatted(
            server.id(),
            state.get().term(),
            state.get().isLeader() ? "leader" : "not leader",
            server.connected() ? "connected" : "disconnected",
            applied);
  }
}
