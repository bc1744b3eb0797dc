package io.raftbed.sim.agent;

import java.io.PrintStream;

/**
 * What rewritten classes ask of the simulation that runs them: the world of the node whose thread
 * is running. {@link Hooks} finds it through the carrier thread.
 */
public interface World {

  /** What the wall clock shows at virtual time 0, since 1970: 2025-01-01T00:00:00Z. */
  long WALL_ORIGIN_NANOS = 1_735_689_600_000_000_000L;

  /** Reads the node's clock, in virtual nanoseconds; costs a little virtual time. */
  long nanoTime();

  /** Reads the node's clock, in virtual milliseconds since 1970; costs a little virtual time. */
  long currentTimeMillis();

  /** Draws 64 bits from the node's stream, in place of unseeded randomness. */
  long seed();

  /** Returns the identity hash code of an object: the node's next number, remembered. */
  int identityHash(Object object);

  /** Returns the node's next identity hash number, never 0; for objects that remember it. */
  int nextIdentityHash();

  /** Enters the simulated monitor of an object. */
  void monitorEnter(Object object);

  /** Leaves the simulated monitor of an object. */
  void monitorExit(Object object);

  /** Object.wait on the simulated monitor; 0 waits for ever. */
  void monitorWait(Object object, long millis) throws InterruptedException;

  /** Object.notify on the simulated monitor. */
  void monitorNotify(Object object);

  /** Object.notifyAll on the simulated monitor. */
  void monitorNotifyAll(Object object);

  /** Thread.holdsLock on the simulated monitor. */
  boolean holdsLock(Object object);

  /** Makes an unstarted simulated thread of the running node. */
  Thread newThread(String name, Runnable task);

  /** Names the node's next thread where the program gives none. */
  String nextThreadName();

  /** Returns what stands in for System.out. */
  PrintStream out();

  /** Returns what stands in for System.err. */
  PrintStream err();

  /** Ends the run: a refused API was reached. Does not return. */
  void refused(String what);

  /** Asked at loops when a step has run for too long in real time; may not return. */
  void overdue();
}
