package io.raftbed.suite;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.raftbed.cluster.Cluster;
import io.raftbed.lab.RaftState;
import io.raftbed.lab.Started;
import io.raftbed.net.Network;
import io.raftbed.net.Profile;
import io.raftbed.sim.Delay;
import io.raftbed.sim.Simulation;
import io.raftbed.trace.FailureKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * What the body of a test drives its run with. Choices are drawn from two streams, the workload and
 * the faults, so that one more command shifts no fault.
 */
public final class TestContext {

  /** The suites' allowance for an election, in virtual milliseconds. */
  static final long ELECTION_MILLIS = 1_000;

  private static final long POLL_MILLIS = 10;
  private static final long CRASH_LIMIT_MILLIS = 700;
  private static final int SHORTEST_LATENCY_MICROS = 100;
  private static final int LEAST_SLOWEST_MICROS = 300;
  private static final int MOST_SLOWEST_MICROS = 5_000;
  private static final int LEAST_SLOWEST_TO_CLIENTS_MICROS = 4_000;
  private static final int MOST_SLOWEST_TO_CLIENTS_MICROS = 10_500;

  private final Simulation simulation;
  private final Cluster cluster;
  private final RandomGenerator workload;
  private final RandomGenerator faults;
  private Profile reliable;
  private Profile unreliable = Profile.UNRELIABLE;
  private final List<String> notes = new ArrayList<>();
  private int commands;

  TestContext(Simulation simulation, Cluster cluster) {
    this.simulation = simulation;
    this.cluster = cluster;
    this.workload = simulation.random("workload");
    this.faults = simulation.random("faults");
    int slowest =
        simulation.random("options").nextInt(LEAST_SLOWEST_MICROS, MOST_SLOWEST_MICROS + 1);
    this.reliable = reliable(slowest);
    note("drawn: latency %d to %d µs".formatted(SHORTEST_LATENCY_MICROS, slowest));
    reliable();
  }

  /**
   * Goes over to the network of the suites of services, reliable: calls that reach no server end
   * soon, and messages take longer, so that clients do about as much as they do in real time.
   */
  void serveClients() {
    int slowest =
        simulation
            .random("options/clients")
            .nextInt(LEAST_SLOWEST_TO_CLIENTS_MICROS, MOST_SLOWEST_TO_CLIENTS_MICROS + 1);
    note("clients' latency %d to %d µs".formatted(SHORTEST_LATENCY_MICROS, slowest));
    reliable = reliable(slowest).withShortNoReply();
    unreliable = unreliable.withShortNoReply();
    reliable();
  }

  private static Profile reliable(int slowestMicros) {
    Delay latency =
        new Delay.Uniform(
            TimeUnit.MICROSECONDS.toNanos(SHORTEST_LATENCY_MICROS),
            TimeUnit.MICROSECONDS.toNanos(slowestMicros));
    return Profile.RELIABLE.withDelays(latency, latency);
  }

  /** Returns the run. */
  public Simulation simulation() {
    return simulation;
  }

  /** Returns the servers. */
  public Cluster cluster() {
    return cluster;
  }

  /** Returns what connects them. */
  public Network network() {
    return cluster.network();
  }

  /** Returns the stream that commands are drawn from. */
  public RandomGenerator workload() {
    return workload;
  }

  /** Returns the stream that faults are drawn from. */
  public RandomGenerator faults() {
    return faults;
  }

  /** Returns how many servers there are. */
  public int servers() {
    return cluster.size();
  }

  /** Returns the virtual time, in nanoseconds since the start of the run. */
  public long now() {
    return simulation.now();
  }

  void sleep(long millis) {
    cluster.sleepMillis(millis);
  }

  /** Returns a new command; no two of a run are equal. */
  public byte[] command() {
    return ("cmd-" + ++commands).getBytes(US_ASCII);
  }

  /** Agrees on a new command, with retries, and returns its index. */
  public int agree(int servers) {
    return cluster.agree(command(), servers, true);
  }

  /** Agrees on a new command; the first leader that accepts it must commit it. */
  int agreeAtOnce(int servers) {
    return cluster.agree(command(), servers, false);
  }

  /** Gives new commands to a server, which takes them if it leads. */
  void start(int server, int count) {
    for (int i = 0; i < count; i++) {
      cluster.start(server, command());
    }
  }

  /** Gives commands to servers that are drawn, for so long; the last ones may be on their way. */
  void load(long micros) {
    load(micros, IntStream.range(0, servers()).boxed().toList());
  }

  /** Gives commands to servers that are drawn from some, for so long. */
  public void load(long micros, List<Integer> of) {
    long end = now() + TimeUnit.MICROSECONDS.toNanos(micros);
    while (now() < end) {
      startSome(of);
      simulation.sleep(Math.min(TimeUnit.MILLISECONDS.toNanos(POLL_MILLIS), end - now()));
    }
  }

  /** Gives a new command to each server that a die picks; who leads takes it. */
  void startSome() {
    startSome(IntStream.range(0, servers()).boxed().toList());
  }

  private void startSome(List<Integer> of) {
    for (int server : of) {
      if (workload.nextInt(3) == 0) {
        start(server, 1);
      }
    }
  }

  /** Gives commands until a server has met the crash that is set for it, or never will. */
  void startUntilCrash(int victim) {
    await(
        CRASH_LIMIT_MILLIS,
        () -> {
          startSome();
          return !cluster.running(victim);
        });
  }

  /** Gives a new command to a server that must still believe it leads. */
  Started startAsLeader(int server) {
    Optional<Started> started = cluster.start(server, command());
    check(
        started.isPresent(),
        FailureKind.LIVENESS,
        "S" + server + " was leader and refused a command",
        "it now says " + describe(server));
    return started.orElseThrow();
  }

  /** Returns whether a server believes that it leads; one that is down does not. */
  public boolean leads(int server) {
    return cluster.state(server).map(RaftState::isLeader).orElse(false);
  }

  /** Returns the current term of a server, -1 when it is down. */
  public int term(int server) {
    return cluster.state(server).map(RaftState::term).orElse(-1);
  }

  /** Says in words what a server believes of itself. */
  String describe(int server) {
    return cluster
        .state(server)
        .map(s -> "term " + s.term() + (s.isLeader() ? ", leader" : ", not leader"))
        .orElse("it is down");
  }

  /** Boots a server again, connected. */
  public void bringBack(int server) {
    cluster.restart(server);
    cluster.connect(server);
  }

  /** Lets the network lose nothing from now on. */
  public void reliable() {
    network().use(reliable);
  }

  /** Lets messages be lost and late from now on. */
  public void unreliable() {
    network().use(unreliable);
  }

  /** Lets most replies be very late, too. */
  public void longReordering() {
    network().use(unreliable.withLongReordering());
  }

  /** Ends what a test did to the network, to clocks and to services; does not boot servers. */
  public void endFaults() {
    network().dropHeld();
    reliable();
    network().healAll();
    for (int i = 0; i < servers(); i++) {
      cluster.drift(i, 0);
      cluster.slowService(i, 0);
      if (cluster.running(i)) {
        cluster.connect(i);
      }
    }
  }

  /** Waits until a condition holds, up to so many virtual milliseconds; returns whether it does. */
  public boolean await(long millis, BooleanSupplier condition) {
    long end = now() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (!condition.getAsBoolean()) {
      if (now() >= end) {
        return false;
      }
      sleep(POLL_MILLIS);
    }
    return true;
  }

  /** Ends the run with a failure unless the condition holds. */
  public void check(boolean holds, FailureKind kind, String message, String... facts) {
    if (!holds) {
      simulation.fail(kind, message, List.of(facts));
    }
  }

  /** Fails when any server has applied something at an index where nothing can be committed. */
  void checkNotCommitted(int index, String why) {
    int applied = cluster.appliedCount(index);
    check(
        applied == 0,
        FailureKind.SAFETY,
        "index " + index + " was committed, but " + why,
        "servers that applied it: " + applied);
  }

  /** Adds a line to what is shown of the run. */
  public void note(String line) {
    notes.add(line);
  }

  List<String> notes() {
    return notes;
  }

  /** How many log indexes were applied by any server. */
  int appliedCommands() {
    return cluster.lastApplied();
  }
}
