package io.raftbed.sim.agent.samples;

import java.util.concurrent.Callable;

/** Reaches a class whose initialiser can be seen to have run. */
public class GoodProgram {
  /** Named only in code that never runs before. */
  static class Late {
    static final long STARTED = Long.getLong("raftbed.sample.clock", 1);
    static final Thread.State STATE = Thread.currentThread().getState();
  }

  public static Callable<Object> reach() {
    return () -> Late.STATE;
  }
}
