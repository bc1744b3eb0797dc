package io.raftbed.sim;

import io.raftbed.sim.agent.Agent;
import io.raftbed.trace.EventKind;
import io.raftbed.trace.FailureKind;
import io.raftbed.trace.Moment;
import io.raftbed.trace.Verdict;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * One run in virtual time, decided by one seed.
 *
 * <p>Everything in it happens on one carrier thread: steps of threads, and events between them. No
 * part of it is safe to use from outside.
 */
public final class Simulation {
  private final Driver driver;
  private final long seed;
  private int boots;

  Simulation(Driver driver, long seed) {
    this.driver = driver;
    this.seed = seed;
  }

  /**
   * Runs {@code main} on a simulated thread of the testbed until it returns or the run fails, and
   * drops everything that is still running then. Blocks in real time; many may run side by side.
   *
   * @param options what decides the run
   * @param main drives it
   * @return how it ended
   */
  public static Outcome run(SimulationOptions options, Consumer<Simulation> main) {
    VirtualThreads.initialize();
    ThreadSnapshots.initialize();
    Driver driver = new Driver(options, main);
    driver.start();
    new Watchdog(driver).await();
    Agent.requireKnownJdk();
    return driver.outcome();
  }

  /** Returns the virtual time, in nanoseconds since the start of the run. */
  public long now() {
    return driver.now();
  }

  /**
   * Returns a new generator for a named stream. Streams are independent: one more draw from one
   * shifts nothing in another. Ask once for each label and keep it: asked again, it starts anew.
   */
  public RandomGenerator random(String label) {
    return Seeds.stream(seed, label);
  }

  /**
   * Boots a node: a new incarnation without threads, with random streams of its own.
   *
   * @param node the node's number, from 0
   * @param name the node's name, as failures print it
   */
  public Incarnation boot(int node, String name) {
    return driver.boot(node, name, Seeds.derive(seed, "node/" + node + "/" + boots++));
  }

  /** Returns the clock of a node, by the node's number; one clock over all its lives. */
  public NodeClock clock(int node) {
    return driver.clock(node);
  }

  /**
   * Runs an event after a delay, in virtual nanoseconds from now. Events run between steps of
   * threads, in the order of their times, then of these calls; they must not wait.
   */
  public void after(long delayNanos, Runnable event) {
    driver.timers().add(new SimTimer(driver.due(delayNanos), null, event));
  }

  /** Lets the calling simulated thread sleep, in virtual nanoseconds; keeps an interrupt. */
  public void sleep(long nanos) {
    long end = driver.due(nanos);
    boolean interrupted = false;
    while (driver.now() < end) {
      LockSupport.parkNanos(this, end - driver.now());
      interrupted |= Thread.interrupted();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns where the program is on the calling thread, one frame a line, as failures show it. */
  public List<String> frames() {
    return Failures.frames(Thread.currentThread().getStackTrace());
  }

  /**
   * Ends the run with a failure; the first one counts. Called on a simulated thread it does not
   * return; called in an event it does.
   *
   * @param kind what kind of failure
   * @param message one sentence that names what was broken
   * @param facts the clashing facts, one line each
   */
  public void fail(FailureKind kind, String message, List<String> facts) {
    driver.fail(kind, message, facts);
  }

  /**
   * As {@link #fail(FailureKind, String, List)}.
   *
   * @param moments when the facts came about
   */
  public void fail(FailureKind kind, String message, List<String> facts, List<Moment> moments) {
    driver.fail(new Verdict.Fail(kind, message, facts, driver.now(), moments));
  }

  /**
   * Records an event: its kind, node, time and {@code bits} enter the fingerprint; the detail goes
   * to the trace sink, if there is one, and is shown there with toString.
   */
  public void event(int node, EventKind kind, long bits, Object detail) {
    driver.event(node, kind, bits, detail);
  }
}
