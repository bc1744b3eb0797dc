package io.raftbed.sim.agent;

/**
 * What rewritten classes call in place of monitors: the monitors of the running world, or {@link
 * RealMonitors} outside a simulation, where enter and exit cannot be the JVM's own because they
 * must pair within one method.
 */
public final class MonitorHooks {
  private MonitorHooks() {}

  /** Stands for monitorenter. */
  public static void enter(Object object) {
    World world = Hooks.world();
    if (object == null) {
      throw new NullPointerException("synchronized on null");
    } else if (world == null) {
      RealMonitors.enter(object);
    } else {
      world.monitorEnter(object);
    }
  }

  /** Stands for monitorexit. */
  public static void exit(Object object) {
    World world = Hooks.world();
    if (world == null) {
      RealMonitors.exit(object);
    } else {
      world.monitorExit(object);
    }
  }

  /** Stands for Object.wait(). */
  public static void wait(Object object) throws InterruptedException {
    wait(object, 0);
  }

  /** Stands for Object.wait(long). */
  public static void wait(Object object, long millis) throws InterruptedException {
    if (millis < 0) {
      throw new IllegalArgumentException("timeout value is negative: " + millis);
    }
    World world = Hooks.world();
    if (world == null) {
      RealMonitors.await(object, millis);
    } else {
      world.monitorWait(object, millis);
    }
  }

  /** Stands for Object.wait(long, int); rounds up to the next millisecond, as the JDK does. */
  public static void wait(Object object, long millis, int nanos) throws InterruptedException {
    if (nanos < 0 || nanos > 999_999) {
      throw new IllegalArgumentException("nanosecond timeout value out of range: " + nanos);
    }
    wait(object, nanos > 0 && millis < Long.MAX_VALUE ? millis + 1 : millis);
  }

  /** Stands for Object.notify. */
  public static void notify(Object object) {
    World world = Hooks.world();
    if (world == null) {
      RealMonitors.signal(object);
    } else {
      world.monitorNotify(object);
    }
  }

  /** Stands for Object.notifyAll. */
  public static void notifyAll(Object object) {
    World world = Hooks.world();
    if (world == null) {
      RealMonitors.signalAll(object);
    } else {
      world.monitorNotifyAll(object);
    }
  }

  /** Stands for Thread.holdsLock. */
  public static boolean holdsLock(Object object) {
    World world = Hooks.world();
    return world == null ? RealMonitors.held(object) : world.holdsLock(object);
  }
}
