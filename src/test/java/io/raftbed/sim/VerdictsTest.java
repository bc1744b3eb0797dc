package io.raftbed.sim;

import static io.raftbed.sim.SimulatedRun.RANDOM;
import static io.raftbed.sim.SimulatedRun.SEED;
import static io.raftbed.sim.SimulatedRun.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.raftbed.sim.samples.Stuck;
import io.raftbed.trace.FailureKind;
import io.raftbed.trace.Verdict;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VerdictsTest {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  @BeforeAll
  static void load() {
    assertThat(Programs.load(Stuck.class)).isEqualTo(new Verdict.Pass());
  }

  /** Every verdict is as repeatable as the run that it ends. */
  private static Verdict.Fail failureOf(Callable<Object> program) {
    SimulatedRun run = SimulatedRun.of(SEED, RANDOM, program);
    assertThat(SimulatedRun.of(SEED, RANDOM, program)).isEqualTo(run);
    assertThat(run.result()).isEqualTo("nothing");
    return failure(run.outcome());
  }

  private static Arguments row(String name, Callable<Object> program) {
    return arguments(name, program);
  }

  static Stream<Arguments> rings() {
    return Stream.of(
        row("synchronized", Stuck::synchronizedRing),
        row("ReentrantLock", Stuck::lockRing),
        row("one of each", Stuck::mixedRing));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rings")
  void deadlockNamesBothThreads(String name, Callable<Object> program) {
    Verdict.Fail fail = failureOf(program);
    assertThat(fail.kind()).as(name).isEqualTo(FailureKind.DEADLOCK);
    assertThat(fail.message()).startsWith("server 0: ");
    assertThat(fail.facts())
        .contains(
            "'alice' waits for a lock that 'bob' holds",
            "'bob' waits for a lock that 'alice' holds");
    assertThat(fail.virtualNanos()).isLessThan(2 * SECOND);
  }

  @Test
  void holderThatEndedIsADeadlock() {
    Verdict.Fail fail = failureOf(Stuck::holderEnded);
    assertThat(fail.kind()).isEqualTo(FailureKind.DEADLOCK);
    assertThat(fail.message())
        .isEqualTo("server 0: 'alice' has ended with a lock that others wait for");
    assertThat(fail.facts())
        .contains(
            "'bob' waits for a lock that 'alice' holds, which has ended without letting it go");
  }

  @Test
  void slowHolderIsNoDeadlock() {
    SimulatedRun run = SimulatedRun.of(SEED, RANDOM, Stuck::slowHolder);
    assertThat(run.result()).isEqualTo("ended");
    assertThat(run.outcome().virtualNanos()).isBetween(14 * SECOND, 15 * SECOND);
  }

  @Test
  void endlessYieldIsABusyLoop() {
    Verdict.Fail fail = failureOf(Stuck::yieldForEver);
    assertThat(fail.kind()).isEqualTo(FailureKind.BUSY_LOOP);
    assertThat(fail.message()).contains("thread 'main'");
  }

  @Test
  void endlessPollingOfTheClockIsABusyLoop() {
    Verdict.Fail fail = failureOf(Stuck::pollForEver);
    assertThat(fail.kind()).isEqualTo(FailureKind.BUSY_LOOP);
    assertThat(fail.message()).contains("thread 'main' reads the clock again and again");
    assertThat(fail.virtualNanos()).isLessThan(2 * SECOND);
  }

  @Test
  void pollingForAWhileIsNoBusyLoop() {
    assertThat(SimulatedRun.of(SEED, RANDOM, Stuck::pollForAWhile).result()).isEqualTo("ended");
  }

  /** The one verdict that takes real time, 5 s of it, so that only this test may be slow. */
  @Test
  void loopWithoutAnyWaitIsABusyLoop() {
    SimulatedRun run = SimulatedRun.of(SEED, RANDOM, Stuck::spinForEver);
    assertThat(failure(run.outcome()).kind()).isEqualTo(FailureKind.BUSY_LOOP);
    assertThat(failure(run.outcome()).message()).contains("server 0: thread 'main'");
  }

  @Test
  void threadsWithoutEndAreTooMany() {
    Verdict.Fail fail = failureOf(Stuck::threadsWithoutEnd);
    assertThat(fail.kind()).isEqualTo(FailureKind.TOO_MANY_THREADS);
    assertThat(fail.message()).contains("server 0 runs more than 10000 threads");
  }

  @Test
  void endOfVirtualTimeIsALivenessFailure() {
    Verdict.Fail fail = failureOf(Stuck::waitForEver);
    assertThat(fail.kind()).isEqualTo(FailureKind.LIVENESS);
    assertThat(fail.virtualNanos()).isEqualTo(100 * SECOND);
  }

  @Test
  void escapedExceptionNamesItsThreadAndLine() {
    Verdict.Fail fail = failureOf(Stuck::escape);
    assertThat(fail.kind()).isEqualTo(FailureKind.EXCEPTION);
    assertThat(fail.message())
        .isEqualTo("server 0: java.lang.IllegalStateException escaped from thread 'thrower'");
    assertThat(fail.facts().getFirst()).contains("nobody catches this");
  }

  @Test
  void failureOfTheTestItselfIsTheTestbedsFault() {
    Verdict.Fail fail =
        failure(
            SimulatedRun.drive(simulation -> {
              throw new IllegalStateException("mine");
            }));
    assertThat(fail.kind()).isEqualTo(FailureKind.TESTBED_FAULT);
  }

  @Test
  void theFirstFailureCounts() {
    Verdict.Fail fail =
        failure(
            SimulatedRun.drive(simulation -> {
              simulation.after(
                  5,
                  () -> {
                    simulation.fail(FailureKind.LIMIT, "first", List.of());
                    simulation.fail(FailureKind.SAFETY, "second", List.of());
                  });
              simulation.sleep(SECOND);
            }));
    assertThat(fail.message()).isEqualTo("first");
    assertThat(fail.virtualNanos()).isLessThan(SECOND);
  }

  /** An error that is told as little as any where the memory is gone. */
  private static final class Untold extends OutOfMemoryError {
    private static final long serialVersionUID = 1;

    @Override
    public String getMessage() {
      throw this;
    }
  }

  @Test
  void aRunWithoutTheMemoryToTellOfItsEndHasNotPassed() {
    Outcome outcome =
        SimulatedRun.drive(_ -> {
          throw new Untold();
        });
    assertThat(failure(outcome).kind()).isEqualTo(FailureKind.OUT_OF_MEMORY);
  }
}
