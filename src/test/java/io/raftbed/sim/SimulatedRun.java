package io.raftbed.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.trace.EventKind;
import io.raftbed.trace.TraceEvent;
import io.raftbed.trace.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * What a run left: equal for equal runs.
 *
 * @param result what the program gave
 * @param printed the lines that nodes printed, and the exceptions that futures kept
 * @param outcome how the run ended
 */
record SimulatedRun(String result, List<String> printed, Outcome outcome) {
  static final ScheduleKind RANDOM = new ScheduleKind.Random();
  static final long SEED = 11;

  private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(100);

  /** Runs a program on the one node of a simulation. */
  static SimulatedRun of(long seed, ScheduleKind schedule, Callable<Object> program) {
    AtomicReference<String> result = new AtomicReference<>("nothing");
    List<String> printed = new ArrayList<>();
    Outcome outcome =
        Simulation.run(
            new SimulationOptions(seed, schedule, LIMIT_NANOS, event -> print(event, printed)),
            simulation -> {
              Incarnation node = simulation.boot(0, "server 0");
              node.call("main", program).ifPresent(value -> result.set(value.toString()));
            });
    return new SimulatedRun(result.get(), List.copyOf(printed), outcome);
  }

  private static void print(TraceEvent event, List<String> printed) {
    if (event.kind() == EventKind.PRINT || event.kind() == EventKind.EXCEPTION) {
      printed.add(event.detail().toString());
    }
  }

  /** Runs a program twice alone and twice beside another; all must be alike, and pass. */
  static SimulatedRun repeated(Class<?> sample, Callable<Object> program) {
    assertThat(Programs.load(sample)).isEqualTo(new Verdict.Pass());
    SimulatedRun first = of(SEED, RANDOM, program);
    assertThat(first.outcome().verdict()).isEqualTo(new Verdict.Pass());
    assertThat(of(SEED, RANDOM, program)).as("again").isEqualTo(first);
    CompletableFuture<SimulatedRun> other =
        CompletableFuture.supplyAsync(() -> of(SEED, RANDOM, program));
    assertThat(of(SEED, RANDOM, program)).as("beside another").isEqualTo(first);
    assertThat(other.join()).as("the other").isEqualTo(first);
    return first;
  }

  /** Runs a test's own main thread; for runs that the test drives. */
  static Outcome drive(Consumer<Simulation> main) {
    return drive(SEED, RANDOM, main);
  }

  static Outcome drive(long seed, ScheduleKind schedule, Consumer<Simulation> main) {
    return Simulation.run(new SimulationOptions(seed, schedule, LIMIT_NANOS, event -> {}), main);
  }

  /** Runs a test's own main thread, which must not fail. */
  static Outcome passes(Consumer<Simulation> main) {
    Outcome outcome = drive(main);
    assertThat(outcome.verdict()).isEqualTo(new Verdict.Pass());
    return outcome;
  }

  /** Returns the failure that a run must have ended with. */
  static Verdict.Fail failure(Outcome outcome) {
    assertThat(outcome.verdict()).isInstanceOf(Verdict.Fail.class);
    return (Verdict.Fail) outcome.verdict();
  }
}
