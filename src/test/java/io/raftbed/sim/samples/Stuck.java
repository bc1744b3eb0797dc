package io.raftbed.sim.samples;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Programs that never end, each for another reason. */
public final class Stuck {
  private Stuck() {}

  private static void synchronizedPair(Object first, Object second) {
    synchronized (first) {
      Waits.pause(10);
      synchronized (second) {
        Waits.pause(10);
      }
    }
  }

  private static void lockedPair(Lock first, Lock second) {
    first.lock();
    try {
      Waits.pause(10);
      second.lock();
      second.unlock();
    } finally {
      first.unlock();
    }
  }

  private static String both(Runnable one, Runnable other) throws InterruptedException {
    Thread a = new Thread(one, "alice");
    Thread b = new Thread(other, "bob");
    a.start();
    b.start();
    a.join();
    b.join();
    return "ended";
  }

  public static String synchronizedRing() throws InterruptedException {
    Object x = new Object();
    Object y = new Object();
    return both(() -> synchronizedPair(x, y), () -> synchronizedPair(y, x));
  }

  public static String lockRing() throws InterruptedException {
    Lock x = new ReentrantLock();
    Lock y = new ReentrantLock();
    return both(() -> lockedPair(x, y), () -> lockedPair(y, x));
  }

  public static String mixedRing() throws InterruptedException {
    Object x = new Object();
    Lock y = new ReentrantLock();
    return both(
        () -> {
          synchronized (x) {
            Waits.pause(10);
            y.lock();
          }
        },
        () -> {
          y.lock();
          Waits.pause(10);
          synchronized (x) {
            y.unlock();
          }
        });
  }

  public static String holderEnded() throws InterruptedException {
    Lock lock = new ReentrantLock();
    return both(
        lock::lock,
        () -> {
          Waits.pause(10);
          lock.lock();
        });
  }

  /** Holds on for long, and lets go: no deadlock. */
  public static String slowHolder() throws InterruptedException {
    Object x = new Object();
    Runnable slow =
        () -> {
          synchronized (x) {
            Waits.pause(7_000);
          }
        };
    return both(slow, slow);
  }

  public static String yieldForEver() {
    while (!Thread.currentThread().isInterrupted()) {
      Thread.yield();
    }
    return "ended";
  }

  /** Polls the clock beside a thread that lives as it should. */
  public static String pollForEver() {
    new Thread(
            () -> {
              while (true) {
                Waits.pause(10);
              }
            },
            "quiet")
        .start();
    long last = System.nanoTime();
    while (System.nanoTime() - last >= 0) {
      last = Math.min(last, System.nanoTime());
    }
    return "ended";
  }

  /** Polls for as long as an election time-out now and then, which is no good but ends. */
  public static String pollForAWhile() {
    for (int i = 0; i < 3; i++) {
      long start = System.nanoTime();
      while (System.nanoTime() - start < 300_000_000) {
        Thread.onSpinWait();
      }
      Waits.pause(1_000);
    }
    return "ended";
  }

  /** Runs on and on within one step. */
  public static String spinForEver() {
    long turns = 0;
    while (turns >= 0) {
      turns = turns + 1 & Long.MAX_VALUE;
    }
    return "ended";
  }

  public static String threadsWithoutEnd() throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    while (never.getCount() > 0) {
      new Thread(
              () -> {
                try {
                  never.await();
                } catch (InterruptedException e) {
                  throw new IllegalStateException(e);
                }
              })
          .start();
      Thread.sleep(1);
    }
    return "ended";
  }

  public static String waitForEver() throws InterruptedException {
    new CountDownLatch(1).await();
    return "ended";
  }

  public static String escape() throws InterruptedException {
    Thread thread =
        new Thread(
            () -> {
              throw new IllegalStateException("nobody catches this");
            },
            "thrower");
    thread.start();
    thread.join();
    return "ended";
  }
}
