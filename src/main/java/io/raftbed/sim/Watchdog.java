package io.raftbed.sim;

import io.raftbed.sim.agent.Hooks;
import io.raftbed.trace.FailureKind;
import java.util.concurrent.TimeUnit;

/**
 * Waits for one simulation in real time and steps in when a step of a thread does not end: the one
 * place of the runtime where real time counts. It only ever turns a run that hangs into a verdict.
 */
final class Watchdog {
  private static final long LOOK_MILLIS = 50;

  /** Looks without the end of a step, at about 20 a second, after which loops are asked to stop. */
  private static final int OVERDUE_LOOKS = 100;

  /** Looks without the end of a step after which the carrier is given up. */
  private static final int LOST_LOOKS = 300;

  private final Driver driver;
  private long lastSteps = -1;
  private int looks;
  private boolean asked;

  Watchdog(Driver driver) {
    this.driver = driver;
  }

  /** Returns when the simulation has ended, or when it hangs for good and has been given up. */
  void await() {
    boolean interrupted = false;
    boolean ended = false;
    MemoryGuard.begins(driver);
    while (!ended) {
      try {
        ended = driver.finished().await(LOOK_MILLIS, TimeUnit.MILLISECONDS) || isLost();
      } catch (InterruptedException e) {
        interrupted = true;
      } catch (OutOfMemoryError e) {
        // Some run has used it up, and this thread came last: the next look tells which one.
      }
    }
    MemoryGuard.ended(driver);
    if (asked || driver.asksAtLoops()) {
      Hooks.askAtLoops(false); // another carrier that is overdue asks again at its next look
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isLost() {
    MemoryGuard.look();
    long steps = driver.steps();
    if (steps != lastSteps) {
      lastSteps = steps;
      looks = 0;
      return false;
    }
    looks++;
    if (driver.failed()) {
      askAtLoops(); // it may have been stopped from outside, in the middle of one
      // The thread that failed could not be parked (a native frame below it pins the carrier).
      if (looks > OVERDUE_LOOKS) {
        driver.giveUp();
        return true;
      }
      return false;
    }
    if (looks > LOST_LOOKS) {
      giveUp();
      return true;
    }
    if (looks > OVERDUE_LOOKS) {
      driver.setOverdue();
      askAtLoops();
    }
    return false;
  }

  private void askAtLoops() {
    Hooks.askAtLoops(true);
    asked = true;
  }

  private void giveUp() {
    driver.giveUp();
    Incarnation running = driver.running();
    String who = running == null ? "the testbed" : running.name();
    driver.fail(
        FailureKind.BUSY_LOOP,
        who
            + ": a thread has run or blocked its carrier for "
            + LOST_LOOKS * LOOK_MILLIS / 1_000
            + " s of real time without ending its step",
        Failures.frames(stack()));
  }

  /** Returns where the step is: a carrier does not show the frames of the thread that it runs. */
  private StackTraceElement[] stack() {
    Thread current = driver.stepping();
    return current == null ? driver.carrierStack() : current.getStackTrace();
  }
}
