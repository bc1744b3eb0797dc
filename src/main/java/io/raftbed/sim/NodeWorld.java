package io.raftbed.sim;

import io.raftbed.sim.agent.World;
import io.raftbed.trace.FailureKind;
import java.io.PrintStream;
import java.util.IdentityHashMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One incarnation as the code that it runs sees it: its clock, chance, monitors and console. */
final class NodeWorld implements World {
  private final Incarnation incarnation;
  private final Monitors monitors;
  private final RandomGenerator chance;
  private final IdentityHashMap<Object, Integer> hashes = new IdentityHashMap<>();
  private int lastHash;
  private int lastThread;
  private @Nullable PrintStream console;

  NodeWorld(Incarnation incarnation) {
    this.incarnation = incarnation;
    this.monitors = new Monitors(incarnation.clock()::nanoTime);
    this.chance = incarnation.random("chance");
  }

  Monitors monitors() {
    return monitors;
  }

  @Override
  public long nanoTime() {
    incarnation.driver().passClockRead();
    long read = incarnation.clock().nanoTime();
    yieldWhenDue();
    return read;
  }

  @Override
  public long currentTimeMillis() {
    incarnation.driver().passClockRead();
    long read = incarnation.clock().epochNanos() / 1_000_000;
    yieldWhenDue();
    return read;
  }

  /** Reading the clock takes time; when something else is due by then, it gets its turn. */
  private void yieldWhenDue() {
    if (incarnation.driver().isDue()) {
      Thread.yield();
    }
  }

  @Override
  public long seed() {
    return chance.nextLong();
  }

  @Override
  public int identityHash(Object object) {
    return hashes.computeIfAbsent(object, _ -> nextIdentityHash());
  }

  @Override
  public int nextIdentityHash() {
    // Spread, so that tables keyed by identity do not degenerate; odd, so never 0.
    return ++lastHash * 0x9E3779B1 | 1;
  }

  @Override
  public void monitorEnter(Object object) {
    monitors.enter(object);
  }

  @Override
  public void monitorExit(Object object) {
    monitors.exit(object);
  }

  @Override
  public void monitorWait(Object object, long millis) throws InterruptedException {
    monitors.await(object, millis);
  }

  @Override
  public void monitorNotify(Object object) {
    monitors.signal(object);
  }

  @Override
  public void monitorNotifyAll(Object object) {
    monitors.signalAll(object);
  }

  @Override
  public boolean holdsLock(Object object) {
    return monitors.holds(object);
  }

  @Override
  public Thread newThread(String name, Runnable task) {
    return incarnation.newThread(name, task);
  }

  @Override
  public String nextThreadName() {
    return "Thread-" + lastThread++;
  }

  @Override
  public PrintStream out() {
    if (console == null) {
      console = new PrintStream(new Console(incarnation), true);
    }
    return console;
  }

  @Override
  public PrintStream err() {
    return out();
  }

  @Override
  public void refused(String what) {
    incarnation
        .driver()
        .fail(
            FailureKind.REFUSED_API,
            incarnation.name() + ": " + what,
            Failures.frames(Thread.currentThread().getStackTrace()));
  }

  @Override
  public void overdue() {
    Driver driver = incarnation.driver();
    if (driver.failed()) {
      driver.halt(); // it was stopped from outside
    } else if (driver.overdue()) {
      driver.fail(Failures.busy(incarnation, Thread.currentThread()));
    }
  }
}
