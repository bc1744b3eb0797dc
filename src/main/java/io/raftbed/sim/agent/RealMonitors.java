package io.raftbed.sim.agent;

import com.google.common.collect.MapMaker;
import java.util.Objects;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The monitors of rewritten classes outside a simulation: class initialisers, ordinary use. */
final class RealMonitors {
  /** Weak keys compare by identity, and a lock lives as long as the object it belongs to. */
  private static final ConcurrentMap<Object, Monitor> MONITORS =
      new MapMaker().weakKeys().makeMap();

  private record Monitor(ReentrantLock lock, Condition condition) {
    static Monitor create() {
      ReentrantLock lock = new ReentrantLock();
      return new Monitor(lock, lock.newCondition());
    }
  }

  private RealMonitors() {}

  static void enter(Object object) {
    of(object).lock.lock();
  }

  static void exit(Object object) {
    of(object).lock.unlock();
  }

  @SuppressWarnings("WaitNotInLoop") // the loop is the caller's: this is its Object.wait
  static void await(Object object, long millis) throws InterruptedException {
    Condition condition = of(object).condition;
    if (millis == 0) {
      condition.await();
    } else {
      var unused = condition.await(millis, TimeUnit.MILLISECONDS);
    }
  }

  static void signal(Object object) {
    of(object).condition.signal();
  }

  static void signalAll(Object object) {
    of(object).condition.signalAll();
  }

  static boolean held(Object object) {
    return of(object).lock.isHeldByCurrentThread();
  }

  private static Monitor of(Object object) {
    return MONITORS.computeIfAbsent(Objects.requireNonNull(object), key -> Monitor.create());
  }
}
