package io.raftbed.sim.agent.samples;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.LockSupport;

/** Makes threads in every way that is allowed. */
public class Threads {
  /** A thread by inheritance. */
  public static class Worker extends Thread {
    public final StringBuilder seen = new StringBuilder();

    public Worker(String name) {
      super(name);
    }

    @Override
    public void run() {
      super.run();
      seen.append(currentThread() == this).append(' ').append(getName());
    }
  }

  public static Thread plain(Runnable task) {
    return new Thread(task);
  }

  public static Thread named(Runnable task) {
    return new Thread(null, task, "worker", 0, false);
  }

  public static Thread factory(Runnable task) {
    ThreadFactory factory = Thread::new;
    return factory.newThread(task);
  }

  public static Worker worker() {
    return new Worker("w");
  }

  public static Thread anonymous(StringBuilder seen) {
    return new Thread() {
      @Override
      public void run() {
        onSpinWait();
        seen.append(currentThread() == this);
      }
    };
  }

  public static Thread current() {
    return Thread.currentThread();
  }

  public static long id(Worker thread) {
    return thread.threadId();
  }

  @SuppressWarnings("deprecation")
  public static long oldId(Thread thread) {
    return thread.getId();
  }

  public static void spin() {
    Thread.onSpinWait();
  }

  public static void rename(Thread thread, String name) {
    thread.setName(name);
  }

  /** Starts a parked thread and wakes it through the object that was made for it. */
  public static String parkAndWake() throws InterruptedException {
    StringBuilder seen = new StringBuilder();
    CountDownLatch parked = new CountDownLatch(1);
    CountDownLatch woken = new CountDownLatch(1);
    Thread thread =
        new Thread(() -> {
          parked.countDown();
          LockSupport.park();
          seen.append("woken");
          woken.countDown();
        });
    thread.start();
    parked.await();
    LockSupport.unpark(thread);
    woken.await();
    return seen.toString();
  }
}
