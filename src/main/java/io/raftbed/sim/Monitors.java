package io.raftbed.sim;

import java.util.IdentityHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The simulated monitors of one incarnation that are in use; looked up, never iterated. */
final class Monitors {
  private final IdentityHashMap<Object, Monitor> inUse = new IdentityHashMap<>();
  private final LongSupplier clock;
  private @Nullable Monitor spare;

  /** Makes the monitors of one incarnation; the clock gives virtual nanoseconds. */
  Monitors(LongSupplier clock) {
    this.clock = clock;
  }

  void enter(Object object) {
    Monitor monitor = inUse.get(object);
    if (monitor == null) {
      monitor = spare == null ? new Monitor() : spare;
      spare = null;
      inUse.put(object, monitor);
    }
    monitor.enter(Thread.currentThread());
  }

  void exit(Object object) {
    Monitor monitor = held(object);
    monitor.exit(Thread.currentThread());
    if (monitor.idle()) {
      inUse.remove(object);
      spare = monitor;
    }
  }

  void await(Object object, long millis) throws InterruptedException {
    held(object).await(Thread.currentThread(), millis, clock);
  }

  void signal(Object object) {
    held(object).signal(Thread.currentThread());
  }

  void signalAll(Object object) {
    held(object).signalAll(Thread.currentThread());
  }

  boolean holds(Object object) {
    Monitor monitor = inUse.get(object);
    return monitor != null && monitor.owner == Thread.currentThread();
  }

  void clear() {
    inUse.clear();
  }

  private Monitor held(Object object) {
    Monitor monitor = inUse.get(object);
    if (monitor == null) {
      throw new IllegalMonitorStateException("current thread is not owner");
    }
    return monitor;
  }
}
