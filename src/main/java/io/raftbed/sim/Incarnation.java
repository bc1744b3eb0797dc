package io.raftbed.sim;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;

/** One life of a node, from boot to crash: its threads, its random streams and its monitors. */
public final class Incarnation {
  /** Returns the node's number. */
  public int node() {
    throw new UnsupportedOperationException("skeleton");
  }

  /** Returns whether it has not been crashed; a paused incarnation is alive. */
  public boolean alive() {
    throw new UnsupportedOperationException("skeleton");
  }

  /** Starts a thread of this incarnation; does nothing when it has been crashed. */
  public void start(String threadName, Runnable task) {
    throw new UnsupportedOperationException("skeleton");
  }

  /**
   * Runs a task on a new thread of this incarnation and waits for its result on the calling
   * simulated thread. Empty when the incarnation is crashed before the task ends. An exception of
   * the task is a failure of the run.
   */
  public <T> Optional<T> call(String threadName, Callable<T> task) {
    throw new UnsupportedOperationException("skeleton");
  }

  /** Drops all threads, timers and monitors at once; nothing unwinds, no finally runs. */
  public void crash() {
    throw new UnsupportedOperationException("skeleton");
  }

  /** Holds all its threads until {@link #resume}; time goes on. */
  public void pause() {
    throw new UnsupportedOperationException("skeleton");
  }

  /** Lets the threads of a paused incarnation go on. */
  public void resume() {
    throw new UnsupportedOperationException("skeleton");
  }

  /** Returns the random stream of this incarnation with the given label. */
  public RandomGenerator random(String label) {
    throw new UnsupportedOperationException("skeleton");
  }
}
