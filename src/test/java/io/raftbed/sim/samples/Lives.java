package io.raftbed.sim.samples;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** One node's work, whose traces outlive it: what it wrote down before it was crashed. */
public final class Lives {
  private final List<String> written = Collections.synchronizedList(new ArrayList<>());
  private final Object monitor = new Object();
  private final ReentrantLock lock = new ReentrantLock();

  /** Returns what all threads wrote so far. */
  public List<String> written() {
    return List.copyOf(written);
  }

  /** Ticks every 10 ms for ever; writes when it unwinds. */
  public void tick() {
    try {
      while (true) {
        Waits.pause(10);
        written.add("tick");
      }
    } finally {
      written.add("unwound");
    }
  }

  /** Starts everything that could still act later: threads, timers, pools, futures. */
  public String startAll() {
    new Thread(this::tick).start();
    Executors.newScheduledThreadPool(1)
        .scheduleAtFixedRate(() -> written.add("pool"), 10, 10, TimeUnit.MILLISECONDS);
    var unused =
        CompletableFuture.runAsync(
            () -> written.add("future"),
            CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS));
    return "started";
  }

  /** Takes both kinds of lock and holds them for a virtual minute. */
  public String holdLocks() {
    synchronized (monitor) {
      lock.lock();
      Waits.pause(60_000);
      lock.unlock();
    }
    return "held";
  }

  /** Enters the monitor that a crashed life held. */
  public String enter() {
    synchronized (monitor) {
      return "entered";
    }
  }

  /** Asks a list of the JDK to call back while it holds its own monitor. */
  public static String sleepInsideList() throws InterruptedException {
    List<String> list = Collections.synchronizedList(new ArrayList<>(List.of("a", "b")));
    StringBuilder seen = new StringBuilder();
    List<Thread> threads = new ArrayList<>();
    for (String name : List.of("x", "y", "z")) {
      threads.add(
          new Thread(() -> {
            Waits.pause(5);
            list.add(name);
            seen.append(name).append(list.size());
          }));
    }
    threads.forEach(Thread::start);
    list.forEach(element -> {
      Waits.pause(20);
      seen.append(element);
    });
    for (Thread thread : threads) {
      thread.join();
    }
    return seen.toString();
  }
}
