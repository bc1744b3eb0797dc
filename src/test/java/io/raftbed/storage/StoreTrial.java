package io.raftbed.storage;

import io.raftbed.sim.Incarnation;
import io.raftbed.sim.ScheduleKind;
import io.raftbed.sim.Simulation;
import io.raftbed.sim.SimulationOptions;
import io.raftbed.trace.TraceSink;
import io.raftbed.trace.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * Several lives of one server that does nothing but load and save, on a simulated disk; each ends
 * at some operation of the disk. Each life must find what was saved last, or what was being saved.
 */
final class StoreTrial {

  private static final int LIVES = 8;
  private static final int SAVES = 6;
  private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(100);

  /** How a life ends, or what its disk does. */
  enum Fault {
    CRASH,
    POWER_LOSS,
    ERROR,
    POWER_LOSS_AT_REST,
    FLIPPED_BIT_AT_REST
  }

  private final Simulation simulation;
  private final StateStore.Factory factory;
  private final SimulatedDisk disk;
  private final CountedStates states = new CountedStates(100);
  private long made;
  private long attempted;
  private long acknowledged;
  private Optional<String> refused = Optional.empty();
  private boolean loaded;

  private StoreTrial(Simulation simulation, StateStore.Factory factory) {
    this.simulation = simulation;
    this.factory = factory;
    this.disk = new SimulatedDisk(simulation, 0, DiskProfile.SSD);
  }

  /** Draws the ends of all lives. */
  static Optional<String> drawn(StateStore.Factory factory, long seed) {
    return run(seed, factory, StoreTrial::drawnLives);
  }

  /** Ends the first life at the k-th operation, counted from 1. */
  static Optional<String> at(StateStore.Factory factory, long seed, Fault fault, long k) {
    return run(
        seed,
        factory,
        trial -> {
          trial.live(fault, k);
          trial.live(Fault.POWER_LOSS_AT_REST, 0);
        });
  }

  /** A trial's lives. */
  private interface Lives {
    void run(StoreTrial trial);
  }

  /** Returns what went wrong, empty when nothing did. */
  private static Optional<String> run(long seed, StateStore.Factory factory, Lives lives) {
    Verdict verdict =
        Simulation.run(
                new SimulationOptions(seed, new ScheduleKind.Random(), LIMIT_NANOS, TraceSink.NONE),
                simulation -> lives.run(new StoreTrial(simulation, factory)))
            .verdict();
    return verdict instanceof Verdict.Fail fail
        ? Optional.of(fail.message() + ": " + fail.facts().getFirst())
        : Optional.empty();
  }

  private void drawnLives() {
    RandomGenerator random = simulation.random("trial");
    for (int life = 0; life < LIVES; life++) {
      live(Fault.values()[random.nextInt(Fault.values().length)], random.nextInt(1, 40));
    }
  }

  private void live(Fault fault, long k) {
    Incarnation node = simulation.boot(0, "server");
    switch (fault) {
      case CRASH ->
          disk.atOperation(
              k,
              () -> {
                disk.processCrashed();
                node.crash();
              });
      case POWER_LOSS ->
          disk.atOperation(
              k,
              () -> {
                disk.losePower();
                node.crash();
              });
      case ERROR -> disk.failOperation(k);
      case POWER_LOSS_AT_REST, FLIPPED_BIT_AT_REST -> {}
    }
    loadAndSave(node);
    require(refused.isEmpty(), "a life found no fault and was refused: " + refused.orElse(""));
    if (fault == Fault.POWER_LOSS_AT_REST) {
      disk.losePower();
    } else if (fault == Fault.FLIPPED_BIT_AT_REST) {
      flipBit();
    }
    disk.heal();
  }

  /** What a flipped bit touched is refused, or it touched nothing that counts. */
  private void flipBit() {
    Optional<String> file = disk.flipBit();
    Incarnation node = simulation.boot(0, "server");
    loadAndSave(node);
    require(
        loaded || refused.isPresent() || file.isEmpty(),
        "a flipped bit is neither refused nor without effect");
    refused = Optional.empty();
  }

  private void loadAndSave(Incarnation node) {
    loaded = false;
    node.call("life", this::loadAndSave);
    node.crash();
    disk.processCrashed();
  }

  private boolean loadAndSave() {
    StateStore store = factory.on(disk);
    try {
      long found = states.numberOf(store.load());
      require(
          List.of(acknowledged, attempted).contains(found),
          "found save %d; %d was acknowledged, %d was under way"
              .formatted(found, acknowledged, attempted));
      loaded = true;
      acknowledged = found;
      attempted = found;
      for (int i = 0; i < SAVES; i++) {
        attempted = ++made;
        store.save(states.of(attempted));
        acknowledged = attempted;
      }
    } catch (CorruptFileException e) {
      refused = Optional.of(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      // The server stops, as after a crash.
    }
    return true;
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }
}
