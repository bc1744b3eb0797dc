package io.raftbed.scenario;

import io.raftbed.scenario.Scenario.ServiceOption;
import io.raftbed.scenario.Scenario.StorageOption;
import io.raftbed.scenario.format.Misfit;
import io.raftbed.scenario.format.Parts;
import io.raftbed.sim.NodeClock;
import io.raftbed.suite.NearestNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What must fit together in a scenario before it runs: names, and what there is. */
final class ScenarioChecks {

  /** How many clients a script can name: those that a test of a service has for itself. */
  static final int MOST_CLIENTS = 3;

  private static final String ANYONE = "anyone";
  private static final String NOBODY = "nobody";

  private final Scenario scenario;
  private final Set<String> remembered = new HashSet<>();
  private final Set<String> holds = new HashSet<>();
  private final Set<String> notes = new HashSet<>();
  private final List<String> clients;

  private ScenarioChecks(Scenario scenario) {
    this.scenario = scenario;
    this.clients = clients(scenario);
  }

  /**
   * Checks a scenario.
   *
   * @throws Misfit about the first part that does not fit
   */
  static void check(Scenario scenario) {
    new ScenarioChecks(scenario).check();
  }

  /** Returns the names of the clients that have something to do, in their order. */
  static List<String> clients(Scenario scenario) {
    return Parts.of(scenario.steps(), ClientAction.class)
        .map(ClientAction::client)
        .distinct()
        .toList();
  }

  private void check() {
    require(
        clients.size() <= MOST_CLIENTS,
        scenario,
        "there are clients %s; a scenario has %d at most"
            .formatted(String.join(", ", clients), MOST_CLIENTS));
    Parts.of(scenario.steps()).forEach(this::check);
  }

  private void check(Object part) {
    switch (part) {
      case ScriptAction.Remember remember -> remembered.add(remember.as());
      case MessageAction.Hold hold -> holds.add(hold.as());
      case MessageAction.Copy copy -> holds.add(copy.as());
      case MessageAction.Release release -> hold(release, release.held());
      case MessageAction.Lose lose -> hold(lose, lose.held());
      case Condition.Held held -> hold(held, held.in());
      case Condition.Done done -> named(done, "client", done.client(), clients);
      case ClientAction client ->
          require(!isLog(), client, "clients need a key/value service: add \"service: kv\"");
      case LimitAction.NoteMemory note -> {
        needService(note);
        require(
            scenario.clients().isEmpty(),
            note,
            "with \"clients\" there is always something under way; let named clients put and get");
        notes.add(note.as());
      }
      case LimitAction.LimitMemory limit -> {
        needService(limit);
        named(limit, "note", limit.since(), notes.stream().sorted().toList());
      }
      case MemberAction _, Condition.Members _ ->
          require(
              scenario.founders().isPresent(),
              part,
              "members change only where some servers are the first: add \"founders: 3\"");
      case LogAction.Elect _ -> {}
      case LogAction log ->
          require(
              isLog(),
              log,
              "a key/value service takes no bare commands; let a client put something");
      case MachineAction.StallDisk _, MachineAction.FailDisk _, MachineAction.FlipBit _ ->
          needDisk(part);
      case ServerAction.PowerLoss loss -> needDisk(loss);
      case ServerAction.Crash crash when crash.atDiskOperation().isPresent() -> needDisk(crash);
      case LinkAction.Network network ->
          Stream.of(
                  network.requestLoss(),
                  network.replyLoss(),
                  network.duplicates(),
                  network.reordering())
              .flatMap(Optional::stream)
              .forEach(share -> require(share >= 0 && share <= 1, network, notAShare(share)));
      case MachineAction.Drift drift ->
          require(
              Math.abs(drift.ppm()) <= NodeClock.MOST_PPM,
              drift,
              "ppm must be within %d, not %d".formatted(NodeClock.MOST_PPM, drift.ppm()));
      case Target target -> target(target);
      default -> {}
    }
  }

  private static String notAShare(double share) {
    return "a share is 0 to 1, not " + share;
  }

  private boolean isLog() {
    return scenario.service().orElse(ServiceOption.LOG) == ServiceOption.LOG;
  }

  private void needDisk(Object part) {
    require(
        scenario.storage().orElse(StorageOption.MEMORY) == StorageOption.DISK,
        part,
        "this needs simulated disks: add \"storage: disk\"");
  }

  private void needService(Object part) {
    require(!isLog(), part, "only a key/value service has such memory: add \"service: kv\"");
  }

  private void hold(Object part, String name) {
    named(part, "hold", name, holds.stream().sorted().toList());
  }

  private void target(Target target) {
    String name = target.name();
    if (Names.isLetter(name) || Names.isServer(name)) {
      int number = Names.isLetter(name) ? Names.position(name) : Names.server(name);
      require(
          number < scenario.size(),
          target,
          "there is no %s: there are %d servers".formatted(name, scenario.size()));
      return;
    }
    List<String> known =
        Stream.of(
                Names.ROLES.stream(),
                Stream.of(ANYONE, NOBODY),
                remembered.stream().sorted(),
                clients.stream())
            .flatMap(s -> s)
            .toList();
    named(target, "server", name, known);
  }

  private static void named(Object part, String what, String name, List<String> known) {
    if (!known.contains(name)) {
      List<String> all = new ArrayList<>(known);
      String nearest =
          all.isEmpty()
              ? "none is named"
              : "did you mean " + NearestNames.of(name, all, 1).getFirst() + "?";
      throw new Misfit(part, "there is no %s \"%s\"; %s".formatted(what, name, nearest));
    }
  }

  private static void require(boolean holds, Object part, String otherwise) {
    if (!holds) {
      throw new Misfit(part, otherwise);
    }
  }
}
