package io.raftbed.sim;

import io.raftbed.trace.EventKind;
import io.raftbed.trace.FailureKind;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** One run in virtual time, decided by one seed. */
public final class Simulation {
  /**
   * Runs {@code main} on a simulated thread of the testbed until it returns or the run fails, and
   * drops everything that is still running then. Blocks in real time; many may run side by side.
   */
  public static Outcome run(SimulationOptions options, Consumer<Simulation> main) {
    throw new UnsupportedOperationException("skeleton");
  }

  /** Returns the virtual time, in nanoseconds since the start of the run. */
  public long now() {
    throw new UnsupportedOperationException("skeleton");
  }

  /**
   * Returns a new generator for a named stream. Streams are independent: one more draw from one
   * shifts nothing in another. Ask once for each label and keep it: asked again, it starts anew.
   */
  public RandomGenerator random(String label) {
    throw new UnsupportedOperationException("skeleton");
  }

  /** Boots a node: a new incarnation without threads. Thread names start with {@code name}. */
  public Incarnation boot(int node, String name) {
    throw new UnsupportedOperationException("skeleton");
  }

  /**
   * Runs an event after a delay, in virtual nanoseconds from now. Events run between steps of
   * threads and must not wait.
   */
  public void after(long delayNanos, Runnable event) {
    throw new UnsupportedOperationException("skeleton");
  }

  /** Lets the calling simulated thread sleep, in virtual nanoseconds. */
  public void sleep(long nanos) {
    throw new UnsupportedOperationException("skeleton");
  }

  /**
   * Ends the run with a failure; the first one counts. Called on a simulated thread it does not
   * return; called in an event it does.
   */
  public void fail(FailureKind kind, String message, List<String> facts) {
    throw new UnsupportedOperationException("skeleton");
  }

  /**
   * Records an event: its kind, node, time and {@code bits} enter the fingerprint; the detail goes
   * to the trace sink, if there is one, and is shown there with toString.
   */
  public void event(int node, EventKind kind, long bits, Object detail) {
    throw new UnsupportedOperationException("skeleton");
  }
}
