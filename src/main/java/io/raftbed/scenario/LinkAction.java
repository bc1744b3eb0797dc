package io.raftbed.scenario;

import io.raftbed.scenario.format.AtLeastOne;
import io.raftbed.scenario.format.Says;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a step does to links. */
public sealed interface LinkAction extends Action {

  @Says("Cuts servers off from all others, in both directions.")
  record Disconnect(@AtLeastOne @Says("which") List<Target> servers) implements LinkAction {
    public Disconnect {
      servers = List.copyOf(servers);
    }
  }

  @Says("Connects servers with all others that are connected.")
  record Connect(@AtLeastOne @Says("which") List<Target> servers) implements LinkAction {
    public Connect {
      servers = List.copyOf(servers);
    }
  }

  @Says("Cuts links one way: calls of some servers to others; their calls back still work.")
  record Cut(
      @AtLeastOne @Says("whose calls") List<Target> from,
      @Says("to whom; to all others, if none are named") List<Target> to)
      implements LinkAction {
    public Cut {
      from = List.copyOf(from);
      to = List.copyOf(to);
    }
  }

  @Says("Heals links, all of them where nothing is named, one way where both ends are.")
  record Heal(
      @Says("whose calls") List<Target> from,
      @Says("to whom; to all others, if none are named") List<Target> to)
      implements LinkAction {
    public Heal {
      from = List.copyOf(from);
      to = List.copyOf(to);
    }
  }

  @Says(
      "Splits servers into groups: links within a group work, all others are cut. A server in"
          + " two groups is a bridge between them; one in no group is alone.")
  record Partition(@AtLeastOne @Says("the groups") List<Group> groups) implements LinkAction {
    public Partition {
      groups = List.copyOf(groups);
    }
  }

  @Says("Some servers.")
  record Group(@AtLeastOne @Says("which; others are all in no group so far") List<Target> servers) {
    public Group {
      servers = List.copyOf(servers);
    }
  }

  @Says("Splits the servers into two groups, which are drawn.")
  record Split() implements LinkAction {}

  @Says("Splits the servers into two groups, which are drawn, with one server that is in both.")
  record Bridge() implements LinkAction {}

  @Says("Lets each server reach its two neighbours only: every one sees another majority.")
  record Ring(@Says("in this order; all, in a drawn order, if none are named") List<Target> servers)
      implements LinkAction {
    public Ring {
      servers = List.copyOf(servers);
    }
  }

  @Says("Gives links another behaviour; messages on their way keep their fate.")
  record Network(
      @Says("the behaviour to begin with; reliable, if none is named")
          Optional<NetworkProfile> profile,
      @Says("share of requests that are lost, 0 to 1") Optional<Double> requestLoss,
      @Says("share of replies that are lost, 0 to 1") Optional<Double> replyLoss,
      @Says("share of requests that arrive twice, 0 to 1") Optional<Double> duplicates,
      @Says("share of replies that come very late, 0 to 1") Optional<Double> reordering,
      @Says("how long messages travel") Optional<Time> delay,
      @Says("calls of these only") List<Target> from,
      @Says("calls to these only") List<Target> to)
      implements LinkAction {
    public Network {
      from = List.copyOf(from);
      to = List.copyOf(to);
    }

    /** Returns the one that gives all links a profile. */
    public static Network of(NetworkProfile profile) {
      return new Network(
          Optional.of(profile),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of());
    }

    /** Whether nothing is said but the profile. */
    boolean isProfileOnly() {
      return Stream.of(requestLoss, replyLoss, duplicates, reordering, delay)
          .allMatch(Optional::isEmpty);
    }
  }
}
