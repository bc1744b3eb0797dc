package io.raftbed.sim.agent;
/** stub until merged. */
public final class Hooks {
  private Hooks() {}
  public static void askLoops() {}
}
