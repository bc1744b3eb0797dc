package io.raftbed.scenario;

import com.google.common.primitives.Ints;
import io.raftbed.net.Chances;
import io.raftbed.net.Profile;
import io.raftbed.sim.Delay;
import io.raftbed.suite.Stage;
import io.raftbed.suite.TestContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Cuts links and heals them, and changes how they behave. */
final class Links {

  private final TestContext test;
  private final Cast cast;
  private final Stage stage;

  Links(TestContext test, Cast cast) {
    this.test = test;
    this.cast = cast;
    this.stage = new Stage(test);
  }

  void take(LinkAction action) {
    switch (action) {
      case LinkAction.Disconnect(List<Target> servers) ->
          cast.all(servers).forEach(test.cluster()::disconnect);
      case LinkAction.Connect(List<Target> servers) ->
          cast.all(servers).forEach(test.cluster()::connect);
      case LinkAction.Cut(List<Target> from, List<Target> to) ->
          cast.all(from).forEach(server -> stage.close(server, others(server, to)));
      case LinkAction.Heal heal -> heal(heal);
      case LinkAction.Partition(List<LinkAction.Group> groups) ->
          test.network().partition(groups.stream().map(this::members).toList());
      case LinkAction.Split() -> split(0);
      case LinkAction.Bridge() -> split(1);
      case LinkAction.Ring(List<Target> servers) -> ring(servers);
      case LinkAction.Network network -> network(network);
    }
  }

  private void heal(LinkAction.Heal heal) {
    if (heal.from().isEmpty() && heal.to().isEmpty()) {
      test.network().healAll();
      return;
    }
    List<Target> from = heal.from().isEmpty() ? List.of(Target.ALL) : heal.from();
    cast.all(from).forEach(server -> stage.open(server, others(server, heal.to())));
  }

  private int[] others(int server, List<Target> targets) {
    List<Integer> chosen = cast.all(targets.isEmpty() ? List.of(Target.ALL) : targets);
    return Ints.toArray(chosen.stream().filter(other -> other != server).toList());
  }

  private Set<Integer> members(LinkAction.Group group) {
    return new TreeSet<>(cast.all(group.servers()));
  }

  /** Cuts a drawn order of the servers in two, where so many of the middle are in both parts. */
  private void split(int shared) {
    List<Integer> order = Ints.asList(stage.cast());
    int middle = stage.draw(1, Math.max(1, order.size() - 1));
    Set<Integer> first = new TreeSet<>(order.subList(0, middle));
    Set<Integer> second = new TreeSet<>(order.subList(Math.max(0, middle - shared), order.size()));
    test.network().partition(List.of(first, second));
  }

  private void ring(List<Target> servers) {
    int[] order = servers.isEmpty() ? stage.cast() : Ints.toArray(cast.all(servers));
    List<Set<Integer>> neighbours = new ArrayList<>();
    for (int i = 0; i < order.length; i++) {
      neighbours.add(new HashSet<>(List.of(order[i], order[(i + 1) % order.length])));
    }
    test.network().partition(neighbours);
  }

  private void network(LinkAction.Network network) {
    if (network.from().isEmpty() && network.to().isEmpty() && network.isProfileOnly()) {
      use(test, network.profile().orElse(NetworkProfile.RELIABLE));
      return;
    }
    Profile profile = profile(network);
    List<Target> from = network.from().isEmpty() ? List.of(Target.ALL) : network.from();
    for (int caller : cast.all(from)) {
      for (int server : others(caller, network.to())) {
        test.network().use(caller, server, profile);
      }
    }
  }

  /** Gives all links a profile, with the delays that the run has drawn. */
  static void use(TestContext test, NetworkProfile profile) {
    switch (profile) {
      case RELIABLE -> test.reliable();
      case UNRELIABLE -> test.unreliable();
      case LONG_REORDERING -> test.longReordering();
    }
  }

  private static Profile profile(LinkAction.Network network) {
    Profile base =
        switch (network.profile().orElse(NetworkProfile.RELIABLE)) {
          case RELIABLE -> Profile.RELIABLE;
          case UNRELIABLE -> Profile.UNRELIABLE;
          case LONG_REORDERING -> Profile.UNRELIABLE.withLongReordering();
        };
    Chances chances = base.chances();
    Profile changed =
        base.withChances(
            new Chances(
                network.requestLoss().orElse(chances.requestLoss()),
                network.replyLoss().orElse(chances.replyLoss()),
                network.duplicates().orElse(chances.duplicate()),
                network.reordering().orElse(chances.reorder())));
    return network
        .delay()
        .map(time -> new Delay.Uniform(time.minNanos(), time.maxNanos()))
        .map(delay -> changed.withDelays(delay, delay))
        .orElse(changed);
  }
}
