package io.raftbed.benchmarks;

import io.raftbed.net.Endpoint;
import io.raftbed.net.Network;
import io.raftbed.net.NetworkObserver;
import io.raftbed.sim.Incarnation;
import io.raftbed.sim.Simulation;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What the engine's elementary acts take. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-javaagent:target/raftbed-agent.jar", "-XX:+UseSerialGC"})
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class EngineBenchmark {
  private static final int OPERATIONS = 50_000;

  /** A request as small as a heartbeat. */
  public record Ping(int term, int leaderId) {}

  /** Its reply. */
  public record Pong(int term) {}

  /** A thread sleeps and wakes: one timer and one switch. */
  @Benchmark
  @OperationsPerInvocation(OPERATIONS)
  public long sleep() {
    return Runs.of(simulation -> {
      for (int i = 0; i < OPERATIONS; i++) {
        simulation.sleep(1_000);
      }
    });
  }

  /** Two threads wake each other: one switch each. */
  @Benchmark
  @OperationsPerInvocation(OPERATIONS)
  public long handOver() {
    return Runs.of(simulation -> {
      Incarnation node = simulation.boot(0, "S0");
      Thread[] threads = new Thread[2];
      int[] turn = {0};
      node.start("first", () -> relay(0, threads, turn));
      node.start("second", () -> relay(1, threads, turn));
      while (turn[0] < OPERATIONS) {
        simulation.sleep(TimeUnit.SECONDS.toNanos(1));
      }
    });
  }

  private static void relay(int me, Thread[] threads, int[] turn) {
    threads[me] = Thread.currentThread();
    while (turn[0] < OPERATIONS) {
      if (turn[0] % 2 == me) {
        turn[0]++;
        LockSupport.unpark(threads[1 - me]);
      } else {
        LockSupport.park();
      }
    }
    LockSupport.unpark(threads[1 - me]);
  }

  /** A call from one server to another: request, handler thread, reply, wake-up. */
  @Benchmark
  @OperationsPerInvocation(OPERATIONS)
  public long rpc() {
    return Runs.of(EngineBenchmark::callMany);
  }

  private static void callMany(Simulation simulation) {
    Network network = new Network(simulation, 2, 0, NetworkObserver.NONE);
    Endpoint caller = network.endpoint(0, simulation.boot(0, "S0"));
    Endpoint server = network.endpoint(1, simulation.boot(1, "S1"));
    server.handle(Ping.class, request -> new Pong(((Ping) request).term()));
    network.open(caller);
    network.open(server);
    caller
        .incarnation()
        .call(
            "caller",
            () -> {
              for (int i = 0; i < OPERATIONS; i++) {
                if (caller.call(1, new Ping(i, 0)).isEmpty()) {
                  throw new IllegalStateException("no reply");
                }
              }
              return OPERATIONS;
            });
  }
}
