package io.raftbed.sim.agent.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Locks in every way that Java offers. */
public class Monitors {
  private final List<String> log = new ArrayList<>();

  public static String block(Object lock) {
    synchronized (lock) {
      return "inside";
    }
  }

  public static void blockThatThrows(Object lock) {
    synchronized (lock) {
      throw new IllegalStateException("inside");
    }
  }

  public static synchronized int ofClass(int depth) {
    return depth == 0 ? 0 : 1 + ofClass(depth - 1);
  }

  public static Object ofInstance() {
    Monitors monitors = new Monitors();
    monitors.add("a");
    return monitors;
  }

  private synchronized void add(String entry) {
    if (entry.isEmpty()) {
      return;
    }
    log.add(entry);
  }

  public static void methodThatThrows() {
    new Monitors().fail();
  }

  private synchronized void fail() {
    try {
      throw new IllegalStateException("inside");
    } catch (IllegalArgumentException e) {
      log.add("wrong handler");
    }
  }

  @SuppressWarnings("WaitNotInLoop")
  public static void waits(Object lock) throws InterruptedException {
    synchronized (lock) {
      lock.wait();
      lock.wait(5);
      lock.wait(5, 1);
      lock.notify();
      lock.notifyAll();
    }
  }

  public static boolean holds(Object lock) {
    synchronized (lock) {
      return Thread.holdsLock(lock);
    }
  }

  public static void byReference(StringBuilder lock) throws Exception {
    Runnable wake = lock::notifyAll;
    Callable<Boolean> holds = () -> Thread.holdsLock(lock);
    synchronized (lock) {
      wake.run();
      holds.call();
    }
  }

  /** Two threads pass a turn to and fro; each counts the other's turns. */
  public static int pingPong(int turns) throws InterruptedException {
    int[] turn = {0};
    Thread other = new Thread(() -> play(turn, 1, turns));
    other.start();
    play(turn, 0, turns);
    other.join();
    return turn[0];
  }

  private static void play(int[] turn, int parity, int turns) {
    synchronized (turn) {
      while (turn[0] < turns) {
        if (turn[0] % 2 == parity) {
          turn[0]++;
          turn.notifyAll();
        } else {
          try {
            turn.wait();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        }
      }
    }
  }
}
