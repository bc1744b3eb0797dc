package io.raftbed.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.sim.Incarnation;
import io.raftbed.sim.Outcome;
import io.raftbed.sim.ScheduleKind;
import io.raftbed.sim.Simulation;
import io.raftbed.sim.SimulationOptions;
import io.raftbed.trace.TraceEvent;
import io.raftbed.trace.TraceSink;
import io.raftbed.trace.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Three nodes on a network within one simulation; each answers {@link Ping} until told otherwise.
 */
final class NetworkBed {

  static final int NODES = 3;

  record Ping(int number, byte[] payload) {
    Ping(int number) {
      this(number, new byte[0]);
    }
  }

  record Pong(int number) {}

  final Simulation simulation;
  final Network network;
  final List<Ping> handled = new ArrayList<>();
  private final Incarnation[] incarnations = new Incarnation[NODES];
  private final Endpoint[] endpoints = new Endpoint[NODES];

  private NetworkBed(Simulation simulation, NetworkObserver observer) {
    this.simulation = simulation;
    this.network = new Network(simulation, NODES, 0, observer);
    for (int node = 0; node < NODES; node++) {
      boot(node);
    }
  }

  /** Runs a test that must pass. */
  static void run(Consumer<NetworkBed> test) {
    Outcome outcome = run(1, NetworkObserver.NONE, TraceSink.NONE, test);
    assertThat(outcome.verdict()).isEqualTo(new Verdict.Pass());
  }

  static Outcome run(
      long seed, NetworkObserver observer, TraceSink sink, Consumer<NetworkBed> test) {
    var options =
        new SimulationOptions(seed, new ScheduleKind.Random(), TimeUnit.HOURS.toNanos(1), sink);
    return Simulation.run(options, simulation -> test.accept(new NetworkBed(simulation, observer)));
  }

  static List<TraceEvent> trace(Consumer<NetworkBed> test) {
    List<TraceEvent> events = new ArrayList<>();
    Outcome outcome = run(1, NetworkObserver.NONE, events::add, test);
    assertThat(outcome.verdict()).isEqualTo(new Verdict.Pass());
    return events;
  }

  /** Boots a node anew; the old boot, if any, is crashed. */
  Incarnation boot(int node) {
    if (incarnations[node] != null) {
      crash(node);
    }
    incarnations[node] = simulation.boot(node, "S" + node);
    endpoints[node] = network.endpoint(node, incarnations[node]);
    answer(
        node,
        ping -> {
          handled.add(ping);
          return new Pong(ping.number());
        });
    network.open(endpoints[node]);
    return incarnations[node];
  }

  void crash(int node) {
    network.close(node);
    incarnations[node].crash();
  }

  /** Changes how a node answers. */
  void answer(int node, PingHandler handler) {
    UnaryOperator<Record> untyped = request -> handler.answer((Ping) request);
    endpoints[node].handle(Ping.class, untyped);
  }

  /** Answers a ping. */
  interface PingHandler {
    Record answer(Ping ping);
  }

  /** Calls on a thread of the caller and waits for the end of the call. */
  Optional<Record> call(int from, int to, Record request) {
    Optional<Optional<Record>> answer =
        incarnations[from].call("caller", () -> endpoints[from].call(to, request));
    return answer.flatMap(reply -> reply);
  }

  /** Calls, and returns how many virtual nanoseconds that took. */
  long nanosOfCall(int from, int to, Record request) {
    long start = simulation.now();
    call(from, to, request);
    return simulation.now() - start;
  }

  /** Starts a call that runs beside the test. */
  Answer begin(int from, int to, Record request) {
    Answer answer = new Answer();
    incarnations[from].start(
        "caller",
        () -> {
          answer.reply = endpoints[from].call(to, request);
          answer.at = simulation.now();
          answer.done = true;
        });
    return answer;
  }

  void sleepMillis(long millis) {
    simulation.sleep(TimeUnit.MILLISECONDS.toNanos(millis));
  }

  /** How a call that was begun has ended, if it has. */
  static final class Answer {
    boolean done;
    Optional<Record> reply = Optional.empty();
    long at;
  }
}
