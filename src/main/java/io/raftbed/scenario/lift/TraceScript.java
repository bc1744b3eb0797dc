package io.raftbed.scenario.lift;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.raftbed.lab.Configuration;
import io.raftbed.net.Profile;
import io.raftbed.scenario.Action;
import io.raftbed.scenario.LinkAction;
import io.raftbed.scenario.LogAction;
import io.raftbed.scenario.MemberAction;
import io.raftbed.scenario.NetworkProfile;
import io.raftbed.scenario.ScriptAction;
import io.raftbed.scenario.ServerAction;
import io.raftbed.scenario.Step;
import io.raftbed.scenario.Target;
import io.raftbed.scenario.Time;
import io.raftbed.trace.LinkDetail;
import io.raftbed.trace.MachineDetail;
import io.raftbed.trace.TraceEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Makes steps of the events of a run that its test brought about, with the time between them. */
final class TraceScript {

  private static final long NANOS_PER_MILLI = 1_000_000;

  /** Commands that follow each other so closely are given at once. */
  private static final long AT_ONCE_NANOS = 25 * NANOS_PER_MILLI;

  private final int servers;
  private final int founders;
  private final boolean hasCommands;
  private final List<Step> steps = new ArrayList<>();
  private final Players players = new Players(steps::add);
  private final Set<Integer> booted = new HashSet<>();
  private final Set<Integer> wiped = new HashSet<>();
  private final LinkTable links;
  private NetworkProfile network = NetworkProfile.RELIABLE;

  /** When the last step was taken, in virtual nanoseconds. */
  private long latest;

  private TraceScript(int servers, int founders, boolean hasCommands) {
    this.servers = servers;
    this.founders = founders;
    this.links = new LinkTable(servers);
    this.hasCommands = hasCommands;
  }

  /**
   * Returns the steps of a run.
   *
   * @param founders how many of the servers are there from the beginning
   * @param hasCommands whether the test gave servers their commands, and not a service
   */
  static List<Step> of(List<TraceEvent> events, int servers, int founders, boolean hasCommands) {
    TraceScript script = new TraceScript(servers, founders, hasCommands);
    events.forEach(script::take);
    if (!events.isEmpty()) {
      script.comeTo(events.getLast());
    }
    return script.steps;
  }

  private void take(TraceEvent event) {
    switch (event.kind()) {
      case LEADER -> players.leads(event.node());
      case START -> start(event);
      case CRASH -> crash(event);
      case BOOT -> boot(event);
      case PAUSE -> add(new ServerAction.Pause(server(event)));
      case RESUME -> add(new ServerAction.Resume(server(event)));
      case NETWORK -> network(event);
      case CUT, HEAL -> links(event);
      case CLOCK, DISK -> machine(event);
      default -> {}
    }
  }

  private void start(TraceEvent event) {
    if (configuration(event) instanceof Configuration.Members(List<Integer> members)) {
      comeTo(event);
      add(
          new MemberAction.ChangeMembers(
              members.stream().map(id -> new Target("S" + id)).toList(),
              List.of(),
              Optional.of(players.target(event.node()))));
      return;
    }
    if (!hasCommands) {
      return;
    }
    tellLinks();
    Optional<Target> server = Optional.of(players.target(event.node()));
    if (event.virtualNanos() - latest < AT_ONCE_NANOS
        && last().orElse(null) instanceof LogAction.Start before
        && before.server().equals(server)) {
      steps.removeLast();
      latest = event.virtualNanos();
      add(new LogAction.Start(server, Optional.of(before.commands().orElse(1) + 1)));
    } else {
      comeTo(event);
      add(new LogAction.Start(server, Optional.empty()));
    }
  }

  /** What a start is about, if not a command: events show the text of either in quotes. */
  private static @Nullable Configuration configuration(TraceEvent event) {
    String[] quoted = String.valueOf(event.detail()).split("\"", 3);
    return quoted.length < 3 ? null : Configuration.of(quoted[1].getBytes(US_ASCII)).orElse(null);
  }

  /** Who crashes is cut off first, which the word for a crash means, too. */
  private void crash(TraceEvent event) {
    List<Target> server = server(event);
    if (last().filter(new LinkAction.Disconnect(server)::equals).isPresent()) {
      steps.removeLast();
    }
    if (last().filter(new ServerAction.PowerLoss(server, Optional.empty())::equals).isEmpty()) {
      add(new ServerAction.Crash(server, Optional.empty(), Optional.empty()));
    }
    players.away(event.node());
  }

  /** What a disk returned is not among it: that it was refused follows from what befell it. */
  private void machine(TraceEvent event) {
    if (event.detail() instanceof MachineDetail detail) {
      if (detail instanceof MachineDetail.Wipe) {
        wiped.add(event.node());
      }
      MachineSteps.of(detail).ifPresent(word -> add(word.apply(server(event))));
    }
  }

  private void boot(TraceEvent event) {
    if (wiped.remove(event.node())) {
      add(new MemberAction.Join(server(event)));
    } else if (!booted.add(event.node())) {
      add(new ServerAction.Restart(server(event)));
    } else if (event.node() >= founders) {
      add(new MemberAction.Join(List.of(new Target("S" + event.node()))));
    }
  }

  private void network(TraceEvent event) {
    // A text is about a single link.
    if (event.detail() instanceof Profile profile && profile(profile) != network) {
      comeTo(event);
      network = profile(profile);
      add(LinkAction.Network.of(network));
    }
  }

  private static NetworkProfile profile(Profile profile) {
    if (profile.chances().reorder() > 0) {
      return NetworkProfile.LONG_REORDERING;
    }
    return profile.chances().requestLoss() > 0
        ? NetworkProfile.UNRELIABLE
        : NetworkProfile.RELIABLE;
  }

  private void links(TraceEvent event) {
    if (!(event.detail() instanceof LinkDetail detail)) {
      return;
    }
    if (event.virtualNanos() - latest >= NANOS_PER_MILLI || event.node() != TraceEvent.TESTBED) {
      comeTo(event);
    }
    links.take(detail);
    if (event.node() != TraceEvent.TESTBED) {
      ofServer(event, links.tell());
    }
  }

  /** A server was cut off from all others, or is back among them. */
  private void ofServer(TraceEvent event, LinkTable.Change change) {
    if (change.isNone()) {
      return;
    }
    List<Target> server = server(event);
    if (!change.cut().isEmpty()) {
      add(new LinkAction.Disconnect(server));
      players.away(event.node());
    } else if (last().filter(new ServerAction.Restart(server)::equals).isEmpty()) {
      // Restarted, it is connected already.
      add(new LinkAction.Connect(server));
    }
  }

  /** Says of links what they have become, however they became so. */
  private void tellLinks() {
    LinkTable.Change change = links.tell();
    if (change.isWhole() && !change.isNone()) {
      add(new LinkAction.Heal(List.of(), List.of()));
    } else {
      each(change.healed(), LinkAction.Heal::new);
    }
    each(change.cut(), LinkAction.Cut::new);
  }

  private void each(
      Map<Integer, List<Integer>> calls, BiFunction<List<Target>, List<Target>, Action> action) {
    calls.forEach((from, to) -> {
      List<Target> callers = players.targets(List.of(from));
      boolean isAll = to.size() == servers - 1; // for which no name need be said
      add(action.apply(callers, isAll ? List.of() : players.targets(to)));
    });
  }

  private List<Target> server(TraceEvent event) {
    comeTo(event);
    return players.targets(List.of(event.node()));
  }

  private void comeTo(TraceEvent event) {
    tellLinks();
    long millis = (event.virtualNanos() - latest) / NANOS_PER_MILLI;
    if (millis > 0) {
      add(new ScriptAction.Sleep(Time.millis(millis)));
      latest += millis * NANOS_PER_MILLI;
    }
  }

  private void add(Action action) {
    steps.add(Step.of(action));
  }

  private Optional<Action> last() {
    return steps.isEmpty() ? Optional.empty() : Optional.of(steps.getLast().action());
  }
}
