package io.raftbed.scenario.lift;

import io.raftbed.scenario.ScriptAction;
import io.raftbed.scenario.Step;
import io.raftbed.scenario.Target;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Which names the servers of a run have in its script. In each run somebody else leads, so a server
 * is called by what it was when it first mattered: the leader of then, or another one.
 */
final class Players {

  private final Consumer<Step> script;
  private final Map<Integer, Target> names = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private Optional<Integer> leader = Optional.empty();
  private Optional<Integer> lastNamed = Optional.empty();
  private boolean isLeaderNamed;

  /**
   * Makes one.
   *
   * @param script takes the steps that give names
   */
  Players(Consumer<Step> script) {
    this.script = script;
  }

  /** A server leads from here on. */
  void leads(int server) {
    isLeaderNamed = isLeader(server) && isLeaderNamed;
    leader = Optional.of(server);
  }

  /** A server no longer counts as leader: it is cut off or down. */
  void away(int server) {
    if (isLeader(server)) {
      leader = Optional.empty();
    }
  }

  /** Returns the names that servers have from here on. */
  List<Target> targets(List<Integer> servers) {
    return servers.stream().map(this::target).toList();
  }

  /** Returns the name that a server has from here on. */
  Target target(int server) {
    if (isLeader(server) && !isLeaderNamed) {
      boolean isNext = lastNamed.filter(last -> last != server).isPresent();
      isLeaderNamed = true;
      lastNamed = leader;
      return name(server, "leader", isNext ? Target.NEXT_LEADER : Target.LEADER);
    }
    Target known = names.get(server);
    return known == null ? name(server, "other", Target.ANOTHER) : known;
  }

  private boolean isLeader(int server) {
    return leader.filter(known -> known == server).isPresent();
  }

  private Target name(int server, String prefix, Target role) {
    Target target = Target.parse(prefix + counts.merge(prefix, 1, Integer::sum));
    script.accept(Step.of(new ScriptAction.Remember(target.name(), role)));
    names.put(server, target);
    return target;
  }
}
