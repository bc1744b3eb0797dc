package io.raftbed.scenario;

import io.raftbed.cluster.Cluster;
import io.raftbed.lab.Configuration;
import io.raftbed.suite.Stage;
import io.raftbed.suite.TestContext;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which servers the names in a script stand for. */
final class Cast {

  private static final long LEADER_MILLIS = 2_000;

  private final TestContext test;
  private final int[] drawn;
  private final Map<String, Integer> remembered = new HashMap<>();

  /** The last leader that got a name. */
  private Optional<Integer> named = Optional.empty();

  Cast(TestContext test) {
    this.test = test;
    this.drawn = new Stage(test).cast();
  }

  /** Returns the servers that targets name now, each once. */
  List<Integer> all(List<Target> targets) {
    return targets.stream().flatMapToInt(this::servers).distinct().boxed().toList();
  }

  /**
   * Returns the one server that a target names now.
   *
   * @throws NotThereException if there is none
   */
  int one(Target target) {
    return servers(target).findFirst().orElseThrow(() -> NotThereException.nobodyIs(target.name()));
  }

  /** Returns all other servers. */
  List<Integer> others(List<Integer> than) {
    return IntStream.range(0, test.servers()).filter(s -> !than.contains(s)).boxed().toList();
  }

  /** Gives a name to the server that a target names now. */
  void remember(String name, Target target) {
    int server = one(target);
    remembered.put(name, server);
    if (target.equals(Target.LEADER) || target.equals(Target.NEXT_LEADER)) {
      named = Optional.of(server);
    }
  }

  /** Returns the connected server that leads in the highest term. */
  Optional<Integer> leader() {
    return IntStream.range(0, test.servers())
        .filter(server -> test.cluster().connected(server) && test.leads(server))
        .boxed()
        .max(Comparator.comparingInt(test::term));
  }

  private IntStream servers(Target target) {
    String name = target.name();
    if (remembered.containsKey(name)) {
      return IntStream.of(remembered.get(name));
    }
    return switch (name) {
      case "leader" -> IntStream.of(awaitLeader());
      case "next-leader" -> IntStream.of(awaitLeader(Target.NEXT_LEADER, this::isNext));
      case "follower" -> draw(followers());
      case "followers" -> followers();
      case "another" -> draw(having(this::isAnother));
      case "members" -> members();
      case "spare" -> draw(IntStream.range(0, test.servers()).filter(this::isSpare));
      case "all" -> having(server -> true);
      case "running" -> having(server -> test.cluster().running(server));
      case "down" -> having(server -> !test.cluster().running(server));
      default -> IntStream.of(number(name));
    };
  }

  private int number(String name) {
    if (Names.isLetter(name)) {
      return drawn[Names.position(name)];
    }
    if (Names.isServer(name)) {
      return Names.server(name);
    }
    throw NotThereException.nobodyIs(name); // the step that would have given the name was left out
  }

  private IntStream having(IntPredicate property) {
    return IntStream.range(0, test.servers()).filter(test.cluster()::inService).filter(property);
  }

  private IntStream followers() {
    int leader = awaitLeader();
    return having(s -> s != leader && test.cluster().connected(s) && test.cluster().running(s));
  }

  private boolean isAnother(int server) {
    return test.cluster().running(server)
        && !test.leads(server)
        && !remembered.containsValue(server);
  }

  private IntStream members() {
    return ids(test.cluster().committedConfiguration().members());
  }

  /** Whether no server that runs has it in its configuration; it need not run itself. */
  private boolean isSpare(int server) {
    Cluster cluster = test.cluster();
    return members().noneMatch(member -> member == server)
        && IntStream.range(0, test.servers())
            .mapToObj(cluster::configuration)
            .flatMap(Optional::stream)
            .flatMap(Cast::counted)
            .noneMatch(counted -> counted == server);
  }

  private static Stream<Integer> counted(Configuration used) {
    return switch (used) {
      case Configuration.Members(var members) -> members.stream();
      case Configuration.CatchUp(var members, var next) ->
          Stream.concat(members.stream(), next.stream());
      case Configuration.Joint(var members, var next) ->
          Stream.concat(members.stream(), next.stream());
    };
  }

  private static IntStream ids(List<Integer> servers) {
    return servers.stream().mapToInt(id -> id);
  }

  private IntStream draw(IntStream of) {
    int[] servers = of.toArray();
    return servers.length == 0
        ? IntStream.empty()
        : IntStream.of(servers[test.faults().nextInt(servers.length)]);
  }

  private int awaitLeader() {
    return awaitLeader(Target.LEADER, _ -> true);
  }

  private boolean isNext(int leader) {
    return !named.equals(Optional.of(leader));
  }

  private int awaitLeader(Target role, Predicate<Integer> wanted) {
    test.await(LEADER_MILLIS, () -> leader().filter(wanted).isPresent());
    return leader().filter(wanted).orElseThrow(() -> NotThereException.nobodyIs(role.name()));
  }
}
