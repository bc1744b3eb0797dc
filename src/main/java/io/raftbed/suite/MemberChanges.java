package io.raftbed.suite;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.raftbed.cluster.Cluster;
import io.raftbed.lab.AppendEntriesArgs;
import io.raftbed.lab.Configuration;
import io.raftbed.net.Hold;
import io.raftbed.trace.FailureKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Changes of members as a test drives them: it asks whoever leads, until the change is done. */
public final class MemberChanges {
  private static final long CHANGE_LIMIT_MILLIS = 20_000;
  private static final long PHASE_LIMIT_MILLIS = 3_000;

  /** Members that have not heard of a change so much later are taken to be out of reach. */
  private static final long REACH_MILLIS = 1_000;

  private static final long AGREEMENT_MILLIS = 2_000;

  /** A new leader may need a command to find out what is committed (Raft paper, section 8). */
  private static final int POLLS_PER_COMMAND = 30;

  private final TestContext context;
  private final Cluster cluster;
  private final boolean commands;

  /** Changes below a service of the testbed, which takes any command. */
  public MemberChanges(TestContext context) {
    this(context, true);
  }

  private MemberChanges(TestContext context, boolean commands) {
    this.context = context;
    this.cluster = context.cluster();
    this.commands = commands;
  }

  /** Changes below a service whose clients alone give commands. */
  public static MemberChanges belowClients(TestContext context) {
    return new MemberChanges(context, false);
  }

  /** Lets new servers join: they run, and are no members yet. */
  void join(int... servers) {
    for (int server : servers) {
      cluster.join(server);
    }
  }

  /** Asks all who lead to change the members; returns whether one of them began to. */
  public boolean ask(int... members) {
    return servers().filter(context::leads).filter(leader -> askOf(leader, members)).count() > 0;
  }

  /** Asks one server to change the members; returns whether it began to. */
  public boolean askOf(int server, int... members) {
    return cluster.changeMembers(server, listed(members)).isPresent();
  }

  /** Makes these the members; fails when it does not come to that. */
  public void become(int... members) {
    int[] polls = {0};
    boolean done =
        context.await(
            CHANGE_LIMIT_MILLIS,
            () -> {
              if (isReached(members)) {
                return true;
              }
              ask(members);
              if (commands && ++polls[0] % POLLS_PER_COMMAND == 0) {
                startCommand();
              }
              return false;
            });
    if (!done) {
      cluster.tooLate(
          "the members did not become " + names(members) + " within 20 s", configurations());
    }
  }

  private void startCommand() {
    servers().filter(context::leads).forEach(leader -> context.start(leader, 1));
  }

  /** Makes these the members, and demands that all of them then agree on a command. */
  void becomeAndAgree(int... members) {
    become(members);
    context.agree(members.length);
  }

  /** Agrees on a new command among servers that are cut off from the rest. */
  void agreeAmong(int... servers) {
    byte[] command = context.command();
    boolean agreed =
        context.await(
            CHANGE_LIMIT_MILLIS,
            () ->
                Arrays.stream(servers)
                    .mapToObj(server -> cluster.start(server, command))
                    .flatMap(Optional::stream)
                    .anyMatch(started -> isApplied(started.index(), command, servers.length)));
    if (!agreed) {
      cluster.tooLate("no agreement among " + names(servers) + " within 20 s", configurations());
    }
  }

  private boolean isApplied(int index, byte[] command, int needed) {
    return context.await(
        AGREEMENT_MILLIS,
        () ->
            cluster.appliedCount(index) >= needed
                && Arrays.equals(cluster.appliedCommand(index), command));
  }

  /** Returns whether it is committed that these are the members. */
  public boolean areMembers(int... members) {
    return cluster.committedConfiguration().equals(new Configuration.Members(listed(members)));
  }

  /** Returns whether these are the members, and no earlier leader can come back and change that. */
  private boolean isReached(int... members) {
    if (isLastWord(members)) {
      if (commands && !allUse(members)) {
        startCommand(); // overwrites what they have in its place
      }
      context.await(REACH_MILLIS, () -> allUse(members) || !isLastWord(members));
    }
    return isLastWord(members);
  }

  /** Returns whether these are the members, and all who lead, one at least, hold to that. */
  private boolean isLastWord(int... members) {
    Configuration wanted = new Configuration.Members(listed(members));
    List<Integer> leaders = servers().filter(context::leads).boxed().toList();
    return areMembers(members)
        && !leaders.isEmpty()
        && leaders.stream().allMatch(leader -> uses(leader, wanted));
  }

  /** Returns whether no member's log has another change, which it could yet make as a leader. */
  private boolean allUse(int... members) {
    Configuration wanted = new Configuration.Members(listed(members));
    return Arrays.stream(members).filter(cluster::connected).allMatch(m -> uses(m, wanted));
  }

  private boolean uses(int server, Configuration wanted) {
    return cluster.configuration(server).filter(wanted::equals).isPresent();
  }

  /** Returns the members, or the old ones while they change, as far as is committed. */
  int[] members() {
    return cluster.committedConfiguration().members().stream().mapToInt(id -> id).toArray();
  }

  /** Waits until a server uses a configuration of some kind; returns whether it came to that. */
  boolean awaitUse(int server, Predicate<Configuration> kind) {
    return context.await(
        PHASE_LIMIT_MILLIS, () -> cluster.configuration(server).filter(kind).isPresent());
  }

  /** Holds what would tell others of a configuration of some kind. */
  Hold holdEntries(Predicate<Configuration> kind) {
    return context
        .network()
        .holdRequests(message ->
            message.body() instanceof AppendEntriesArgs args
                && args.entries().stream()
                    .flatMap(entry -> Configuration.of(entry.command()).stream())
                    .anyMatch(kind));
  }

  /** Demands that each member uses the configuration that is committed. */
  void checkUsed() {
    for (int member : members()) {
      boolean same = context.await(PHASE_LIMIT_MILLIS, () -> used(member).equals(committed()));
      context.check(
          same,
          FailureKind.SAFETY,
          "S%d uses %s, but committed is %s".formatted(member, used(member), committed()),
          "all is quiet, and every member has applied the whole log");
    }
  }

  private String used(int server) {
    return cluster.configuration(server).map(MemberChanges::text).orElse("none, it is down");
  }

  private String committed() {
    return text(cluster.committedConfiguration());
  }

  private static String text(Configuration configuration) {
    return new String(configuration.command(), US_ASCII);
  }

  /** Returns what is committed, and what each server uses, as facts of a failure. */
  String[] configurations() {
    List<String> facts = new ArrayList<>(List.of("committed is " + committed()));
    servers()
        .filter(cluster::inService)
        .forEach(server -> facts.add("S" + server + " uses " + used(server)));
    return facts.toArray(String[]::new);
  }

  private IntStream servers() {
    return IntStream.range(0, context.servers());
  }

  private static List<Integer> listed(int... members) {
    return Arrays.stream(members).sorted().boxed().toList();
  }

  static String names(int... members) {
    return String.join(", ", Arrays.stream(members).sorted().mapToObj(id -> "S" + id).toList());
  }

  /** Returns the leader, if a server leads now. */
  Optional<Integer> leader() {
    return servers().filter(context::leads).boxed().findFirst();
  }

  /** Returns some servers without one of them. */
  static int[] without(int server, int... servers) {
    return Arrays.stream(servers).filter(id -> id != server).toArray();
  }

  /** Returns some servers and one more. */
  static int[] with(int server, int... servers) {
    return IntStream.concat(Arrays.stream(servers), IntStream.of(server)).sorted().toArray();
  }
}
