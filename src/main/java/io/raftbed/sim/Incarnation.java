package io.raftbed.sim;

import io.raftbed.sim.agent.HeldObjects;
import io.raftbed.trace.FailureKind;
import io.raftbed.trace.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;

/** One life of a node, from boot to crash: its threads, its random streams and its monitors. */
public final class Incarnation {
  private static final int MOST_THREADS = 10_000;

  /** Low: in large clusters, ended threads still listed were half of what the collector copied. */
  private static final int FIRST_PURGE = 16;

  private final Driver driver;
  private final int node;
  private final String name;
  private final long seed;
  private final NodeClock clock;
  private final NodeScheduler scheduler;
  private final NodeWorld world;
  private final List<Task> held = new ArrayList<>();
  private final List<Promise<?>> calls = new ArrayList<>();
  private List<Thread> threads = new ArrayList<>();
  private int purgeAt = FIRST_PURGE;
  private boolean alive = true;
  private boolean paused;

  Incarnation(Driver driver, int node, String name, long seed) {
    this.driver = driver;
    this.node = node;
    this.name = name;
    this.seed = seed;
    this.clock = driver.clock(node);
    this.scheduler = new NodeScheduler(this);
    this.world = new NodeWorld(this);
  }

  /** Returns the node's number. */
  public int node() {
    return node;
  }

  /** Returns the node's name, as failures print it. */
  public String name() {
    return name;
  }

  /** Returns whether it has not been crashed; a paused incarnation is alive. */
  public boolean alive() {
    return alive;
  }

  /** Starts a thread of this incarnation; does nothing when it has been crashed. */
  public void start(String threadName, Runnable task) {
    if (alive) {
      newThread(threadName, task).start();
    }
  }

  /**
   * Runs a task on a new thread of this incarnation and waits for its result on the calling
   * simulated thread. Empty when the incarnation is crashed before the task ends, or when the task
   * gives null. An exception of the task is a failure of the run.
   */
  public <T> Optional<T> call(String threadName, Callable<T> task) {
    return submit(threadName, task).await();
  }

  /** As {@link #call}, but returns at once; the promise is kept as {@code call} describes. */
  public <T> Promise<T> submit(String threadName, Callable<T> task) {
    Promise<T> promise = new Promise<>(driver.simulation());
    if (!alive) {
      promise.completeEmpty();
      return promise;
    }
    calls.add(promise);
    start(threadName, () -> answer(promise, task));
    return promise;
  }

  private <T> void answer(Promise<T> promise, Callable<T> task) {
    T result;
    try {
      result = task.call();
    } catch (Exception e) {
      failed(Thread.currentThread(), e);
      return;
    }
    calls.remove(promise);
    if (result == null) {
      promise.completeEmpty();
    } else {
      promise.complete(result);
    }
  }

  /**
   * Returns who holds the lock that a thread of this incarnation waits for, and where it does, one
   * fact a line; empty when the thread waits for no lock.
   */
  public List<String> holderOf(Thread thread) {
    return DeadlockDetector.holderOf(thread);
  }

  /**
   * Drops all threads, timers and monitors at once; nothing unwinds, no finally runs. Called by a
   * thread of this very incarnation, it does not return.
   */
  public void crash() {
    if (!alive) {
      return;
    }
    alive = false;
    driver.runQueue().removeIf(task -> task.incarnation() == this);
    held.clear();
    threads = new ArrayList<>();
    world.monitors().clear();
    List.copyOf(calls).forEach(Promise::completeEmpty);
    calls.clear();
    if (driver.running() == this) {
      driver.halt();
    }
  }

  /** Holds all its threads until {@link #resume}; time goes on. */
  public void pause() {
    if (alive && !paused) {
      paused = true;
      driver.runQueue().stream().filter(task -> task.incarnation() == this).forEach(held::add);
      driver.runQueue().removeIf(task -> task.incarnation() == this);
      if (driver.running() == this) {
        Thread.yield();
      }
    }
  }

  /** Lets the threads of a paused incarnation go on. */
  public void resume() {
    paused = false;
    driver.runQueue().addAll(held);
    held.clear();
  }

  /** Returns a new generator for this incarnation's stream with the given label. */
  public RandomGenerator random(String label) {
    return Seeds.stream(seed, label);
  }

  /**
   * Counts what it holds.
   *
   * @param roots the objects through which it is called; what its threads hold on their stacks
   *     alone is not counted
   */
  public Holdings holdings(Collection<?> roots) {
    int running = (int) threads.stream().filter(Thread::isAlive).count();
    return new Holdings(HeldObjects.from(roots), running);
  }

  /** Returns the seed of a thread's ThreadLocalRandom, which is the same each time. */
  long threadSeed(Thread thread) {
    return Seeds.derive(seed, VirtualThreads.number(thread));
  }

  /** An exception escaped from a thread of this incarnation. */
  void failed(Thread thread, Throwable exception) {
    driver.fail(Failures.escaped(this, thread, exception));
  }

  /** A virtual thread of this incarnation became ready to run. */
  void runnable(Thread thread, Runnable continuation) {
    // Nothing outside a simulation may wake its threads: what the JVM's own threads do (a cleaner
    // that shuts down a forgotten executor) depends on the garbage collector.
    if (!alive || !driver.isCurrent()) {
      return;
    }
    if (VirtualThreads.state(thread) == VirtualThreads.STARTED) {
      register(thread);
    }
    Task task = new Task(thread, continuation, this);
    if (paused) {
      held.add(task);
    } else {
      driver.runQueue().add(task);
    }
  }

  private void register(Thread thread) {
    threads.add(thread);
    if (threads.size() >= purgeAt) {
      threads.removeIf(known -> !known.isAlive());
      purgeAt = Math.max(FIRST_PURGE, 2 * threads.size());
      if (threads.size() > MOST_THREADS) {
        // The JDK pins a thread to its carrier while it starts another.
        driver.failSoon(
            new Verdict.Fail(
                FailureKind.TOO_MANY_THREADS,
                name + " runs more than " + MOST_THREADS + " threads at once",
                Failures.frames(Thread.currentThread().getStackTrace()),
                driver.now()));
      }
    }
  }

  /** Runs an action after a delay that this node's clock measures. */
  SimTimer timer(long delayNanos, Runnable action) {
    SimTimer timer = new SimTimer(driver.due(clock.delay(delayNanos)), this, action);
    driver.timers().add(timer);
    return timer;
  }

  Thread newThread(String threadName, Runnable task) {
    return VirtualThreads.create(scheduler, threadName, task);
  }

  /** Returns the threads that have started and may still run, oldest first. */
  List<Thread> threads() {
    return threads;
  }

  NodeClock clock() {
    return clock;
  }

  NodeScheduler scheduler() {
    return scheduler;
  }

  NodeWorld world() {
    return world;
  }

  Driver driver() {
    return driver;
  }
}
