package io.raftbed.sim.agent;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * The world of static initialisers, which run before any simulation and for all of them: its clock
 * stands almost still and chance has one seed, so that what an initialiser keeps is the same in
 * every process. What it prints goes nowhere.
 */
final class InitialiserWorld implements World {
  private static final int NANOS_A_MILLI = 1_000_000;
  private static final String THREADS =
      "a thread started by a static initialiser is refused: all replicas would share it; start it"
          + " where the server is made";

  /** Ends an initialiser; thrown again and again when the program catches it. */
  private static final class Stopped extends Error {
    private static final long serialVersionUID = 1L;

    Stopped() {
      super("stopped by Raftbed", null, false, false);
    }
  }

  private final SplittableRandom chance = new SplittableRandom(0);
  private final PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
  private long nanos;
  private int hashes;
  private int names;
  private volatile boolean overdue;
  private volatile @Nullable String refused;

  /** Returns the first refused use that an initialiser reached. */
  Optional<String> refused() {
    return Optional.ofNullable(refused);
  }

  boolean isOverdue() {
    return overdue;
  }

  void setOverdue() {
    overdue = true;
  }

  @Override
  public long nanoTime() {
    return ++nanos;
  }

  @Override
  public long currentTimeMillis() {
    return (WALL_ORIGIN_NANOS + ++nanos) / NANOS_A_MILLI;
  }

  @Override
  public long seed() {
    return chance.nextLong();
  }

  @Override
  public int identityHash(Object object) {
    return System.identityHashCode(object);
  }

  @Override
  public int nextIdentityHash() {
    return ++hashes;
  }

  @Override
  public void monitorEnter(Object object) {
    RealMonitors.enter(object);
  }

  @Override
  public void monitorExit(Object object) {
    RealMonitors.exit(object);
  }

  @Override
  public void monitorWait(Object object, long millis) throws InterruptedException {
    RealMonitors.await(object, millis);
  }

  @Override
  public void monitorNotify(Object object) {
    RealMonitors.signal(object);
  }

  @Override
  public void monitorNotifyAll(Object object) {
    RealMonitors.signalAll(object);
  }

  @Override
  public boolean holdsLock(Object object) {
    return RealMonitors.held(object);
  }

  @Override
  public Thread newThread(String name, Runnable task) {
    refused(THREADS);
    throw new Stopped();
  }

  @Override
  public String nextThreadName() {
    return "Thread-" + names++;
  }

  @Override
  public PrintStream out() {
    return nowhere;
  }

  @Override
  public PrintStream err() {
    return nowhere;
  }

  @Override
  public void refused(String what) {
    if (refused == null) {
      refused = what;
    }
    throw new Stopped();
  }

  @Override
  public void overdue() {
    if (overdue) {
      throw new Stopped();
    }
  }
}
