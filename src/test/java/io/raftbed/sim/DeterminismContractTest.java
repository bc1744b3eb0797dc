package io.raftbed.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.raftbed.sim.samples.Chance;
import io.raftbed.sim.samples.Identities;
import io.raftbed.sim.samples.Pools;
import io.raftbed.sim.samples.Waits;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Plain Java in a simulation: exact in virtual time, and the same in every run of a seed. */
class DeterminismContractTest {

  private static Arguments row(String name, Callable<Object> program) {
    return arguments(name, program);
  }

  private static Arguments row(String name, long millis, Callable<Object> program) {
    return arguments(name, millis, program);
  }

  static Stream<Arguments> waits() {
    return Stream.of(
        row("Thread.sleep", 250, Waits::sleep),
        row("TimeUnit.sleep", 3_000, Waits::unitSleep),
        row("LockSupport.parkNanos", 40, Waits::parkNanos),
        row("Object.wait(millis)", 50, Waits::timedWait),
        row("Object.notifyAll", 70, Waits::notified),
        row("synchronized", 80, Waits::enterSynchronized),
        row("new Thread(Runnable), join", 120, Waits::joinRunnable),
        row("extends Thread, join", 130, Waits::joinSubclass),
        row("Thread.join(millis)", 20, Waits::timedJoin),
        row("Thread.interrupt", 15, Waits::interrupted),
        row("ReentrantLock.lock", 50, Waits::lock),
        row("ReentrantReadWriteLock.tryLock", 35, Waits::tryLock),
        row("Condition.await", 45, Waits::condition),
        row("CountDownLatch", 25, Waits::latch),
        row("CyclicBarrier", 55, Waits::barrier),
        row("Semaphore", 65, Waits::semaphore),
        row("Phaser", 75, Waits::phaser),
        row("Exchanger", 85, Waits::exchanger),
        row("ArrayBlockingQueue.poll", 95, Waits::queuePoll),
        row("SynchronousQueue.take", 105, Waits::handover),
        row("LinkedTransferQueue.tryTransfer", 115, Waits::transfer),
        row("polling System.nanoTime", 5, Waits::pollNanoTime));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("waits")
  void waitsAreExact(String name, long millis, Callable<Object> program) {
    assertThat(SimulatedRun.repeated(Waits.class, program).result())
        .as(name)
        .isEqualTo(Long.toString(millis));
  }

  static Stream<Arguments> pools() {
    return Stream.of(
        row("newFixedThreadPool(3)", 20, Pools::fixed),
        row("newCachedThreadPool", 10, Pools::cached),
        row("newSingleThreadExecutor", 60, Pools::single),
        row("newVirtualThreadPerTaskExecutor", 10, Pools::virtualPerTask),
        row("a thread factory of the program's", 30, Pools::ownFactory),
        row("ScheduledExecutorService.schedule", 300, Pools::scheduled),
        row("scheduleAtFixedRate", 140, Pools::fixedRate),
        row("Future.get(timeout)", 31, Pools::futureTimeout),
        row("CompletableFuture.supplyAsync", 21, Pools::supplyAsync),
        row("CompletableFuture.orTimeout", 32, Pools::orTimeout),
        row("CompletableFuture.completeOnTimeout", 33, Pools::completeOnTimeout),
        row("CompletableFuture.delayedExecutor", 34, Pools::delayedExecutor),
        row("Timer", 200, Pools::timer),
        row("currentTimeMillis and Instant.now", 400, Pools::wallClock));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pools")
  void tasksAreExact(String name, long millis, Callable<Object> program) {
    assertThat(SimulatedRun.repeated(Pools.class, program).result())
        .as(name)
        .isEqualTo(Long.toString(millis));
  }

  @Test
  void exceptionsThatFuturesKeepAreEvents() {
    SimulatedRun run = SimulatedRun.repeated(Pools.class, Pools::lostExceptions);
    assertThat(run.result()).isEqualTo("4");
    assertThat(run.printed())
        .hasSize(4)
        .allMatch(
            line -> line.matches("java.lang.IllegalArgumentException: \\w+, kept in a Future"));
  }

  static Stream<Arguments> chance() {
    return Stream.of(
        row("new Random()", Chance::random),
        row("ThreadLocalRandom", Chance::threadLocalRandom),
        row("Math.random", Chance::mathRandom),
        row("UUID.randomUUID", Chance::uuid),
        row("SecureRandom", Chance::secureRandom),
        row("SplittableRandom", Chance::splittableRandom),
        row("RandomGenerator.getDefault", Chance::defaultGenerator),
        row("Collections.shuffle", Chance::shuffle));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("chance")
  void theSeedDecidesChance(String name, Callable<Object> program) {
    SimulatedRun run = SimulatedRun.repeated(Chance.class, program);
    assertThat(SimulatedRun.of(SimulatedRun.SEED + 1, SimulatedRun.RANDOM, program).result())
        .as(name)
        .isNotEqualTo(run.result());
  }

  static Stream<Arguments> identities() {
    return Stream.of(
        row("Set.of", Identities::setOf),
        row("Map.of", Identities::mapOf),
        row("identityHashCode", Identities::identityHashCode),
        row("HashSet of objects", Identities::hashSet),
        row("HashMap of enum constants", Identities::enums),
        row("names and ids of threads", Identities::threads));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("identities")
  void nothingDependsOnTheJvm(String name, Callable<Object> program) {
    SimulatedRun run = SimulatedRun.repeated(Identities.class, program);
    SimulatedRun otherSeed = SimulatedRun.of(SimulatedRun.SEED + 1, SimulatedRun.RANDOM, program);
    assertThat(otherSeed.result()).as(name).isEqualTo(run.result());
  }

  @Test
  void everyMachineHasFourProcessors() {
    assertThat(SimulatedRun.repeated(Identities.class, Identities::processors).result())
        .isEqualTo("4");
  }

  @Test
  void printedLinesAreEvents() {
    assertThat(SimulatedRun.repeated(Identities.class, Identities::print).printed())
        .isEqualTo(List.of("one", "two 2"));
  }
}
