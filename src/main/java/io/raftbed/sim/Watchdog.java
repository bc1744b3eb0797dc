package io.raftbed.sim;

import io.raftbed.sim.agent.Hooks;
import io.raftbed.trace.FailureKind;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Waits for one simulation in real time and steps in when a step of a thread does not end: the one
 * place of the runtime that looks at the real clock. It only ever turns a run that hangs into a
 * verdict.
 */
final class Watchdog {
  private static final long LOOK_MILLIS = 250;
  private static final long OVERDUE_NANOS = TimeUnit.SECONDS.toNanos(5);
  private static final long LOST_NANOS = TimeUnit.SECONDS.toNanos(15);

  private final Driver driver;
  private long lastSteps = -1;
  private long since;

  Watchdog(Driver driver) {
    this.driver = driver;
  }

  /** Returns when the simulation has ended, or when it hangs for good and has been given up. */
  void await() {
    boolean interrupted = false;
    boolean ended = false;
    while (!ended) {
      try {
        ended = driver.finished().await(LOOK_MILLIS, TimeUnit.MILLISECONDS) || isLost();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isLost() {
    long steps = driver.steps();
    long real = System.nanoTime();
    if (steps != lastSteps) {
      lastSteps = steps;
      since = real;
      return false;
    }
    if (driver.failed()) {
      // The thread that failed could not be parked (a native frame below it pins the carrier).
      return real - since > OVERDUE_NANOS;
    }
    if (real - since > LOST_NANOS) {
      giveUp();
      return true;
    }
    if (real - since > OVERDUE_NANOS) {
      driver.setOverdue();
      Hooks.askAtLoops(true);
    }
    return false;
  }

  private void giveUp() {
    Incarnation running = driver.running();
    String who = running == null ? "the testbed" : running.name();
    driver.fail(
        FailureKind.BUSY_LOOP,
        who
            + ": a thread has run or blocked its carrier for "
            + TimeUnit.NANOSECONDS.toSeconds(LOST_NANOS)
            + " s of real time without ending its step",
        Failures.frames(driver.getStackTrace()));
    List<Incarnation> all = driver.incarnations();
    all.clear();
  }
}
