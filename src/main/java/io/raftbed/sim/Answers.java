package io.raftbed.sim;

import io.raftbed.sim.agent.Carrier;
import io.raftbed.trace.EventKind;
import java.lang.ref.Cleaner;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Answers what the patched JDK asks the carrier of a simulation: clocks, ids, seeds, threads. */
final class Answers {
  /** Keeps thread ids of simulations apart in the JVM; no simulation sees it. */
  private static final AtomicLong SIMULATIONS = new AtomicLong();

  private final Driver driver;
  private final long idBase = SIMULATIONS.incrementAndGet() << 32;
  private int lastThread;

  Answers(Driver driver) {
    this.driver = driver;
  }

  /** Answers one of the operations of {@link Carrier}. */
  long number(long operation) {
    Incarnation running = driver.running();
    // Only reads by the program itself cost time: the JDK also reads once, when a class of its own
    // is initialised, and whether that falls into this run depends on what the JVM ran before.
    if (operation == Carrier.NANO_TIME) {
      return driver.clock().nanoTime();
    }
    if (operation == Carrier.MILLIS) {
      return driver.clock().epochNanos() / 1_000_000;
    }
    if (operation == Carrier.EPOCH_NANOS) {
      driver.passClockRead();
      return driver.clock().epochNanos();
    }
    if (operation == Carrier.THREAD_ID) {
      return idBase | ++lastThread;
    }
    if (operation == Carrier.SEED) {
      return running == null ? 0 : running.world().seed();
    }
    if (operation == Carrier.THREAD_SEED) {
      // The JDK asks for it also when a counter that all runs share is contended: it must shift
      // nothing in any stream.
      return running == null ? 0 : running.threadSeed(Thread.currentThread());
    }
    throw new IllegalArgumentException("operation " + operation);
  }

  /** Answers one of the requests of {@link Carrier}; null when no thread of a node runs. */
  @Nullable Object object(Object request, Object argument) {
    Incarnation running = driver.running();
    if (running == null) {
      return null;
    }
    if (request.equals(Carrier.ASYNC_POOL)) {
      return running.scheduler();
    }
    if (request.equals(Carrier.TASK_FAILED)) {
      Object what = Failures.kept((Throwable) argument);
      driver.event(running.node(), EventKind.EXCEPTION, 0, what);
      return null;
    }
    if (request.equals(Carrier.CLEANABLE)) {
      return (Cleaner.Cleanable) ((Runnable) argument)::run;
    }
    String name =
        argument instanceof Thread thread
            ? thread.getName()
            : "pool-" + running.world().nextThreadName();
    return running.newThread(name, (Runnable) argument);
  }
}
