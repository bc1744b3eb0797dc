package io.raftbed.sim.samples;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Exchanger;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Waits in the ways of plain Java; each gives how many milliseconds it took. */
public final class Waits {
  private Waits() {}

  /** A thread by inheritance. */
  private static final class Sleeper extends Thread {
    private final long millis;

    Sleeper(long millis) {
      this.millis = millis;
    }

    @Override
    public void run() {
      pause(millis);
    }
  }

  static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void after(long millis, Runnable task) {
    new Thread(
            () -> {
              pause(millis);
              task.run();
            })
        .start();
  }

  public static long sleep() throws Exception {
    return Stopwatch.millis(() -> Thread.sleep(250));
  }

  public static long unitSleep() throws Exception {
    return Stopwatch.millis(() -> TimeUnit.SECONDS.sleep(3));
  }

  public static long parkNanos() throws Exception {
    return Stopwatch.millis(() -> LockSupport.parkNanos(40_000_000));
  }

  public static long timedWait() throws Exception {
    Object lock = new Object();
    return Stopwatch.millis(() -> {
      synchronized (lock) {
        lock.wait(50);
      }
    });
  }

  public static long notified() throws Exception {
    Object lock = new Object();
    boolean[] ready = new boolean[1];
    after(
        70,
        () -> {
          synchronized (lock) {
            ready[0] = true;
            lock.notifyAll();
          }
        });
    return Stopwatch.millis(() -> {
      synchronized (lock) {
        while (!ready[0]) {
          lock.wait();
        }
      }
    });
  }

  public static long enterSynchronized() throws Exception {
    Object lock = new Object();
    after(
        0,
        () -> {
          synchronized (lock) {
            pause(90);
          }
        });
    Thread.sleep(10);
    return Stopwatch.millis(() -> {
      synchronized (lock) {
        LockSupport.unpark(null);
      }
    });
  }

  public static long joinRunnable() throws Exception {
    Thread thread = new Thread(() -> pause(120));
    thread.start();
    return Stopwatch.millis(thread::join);
  }

  public static long joinSubclass() throws Exception {
    Thread thread = new Sleeper(130);
    thread.start();
    return Stopwatch.millis(thread::join);
  }

  public static long timedJoin() throws Exception {
    Thread thread = Thread.ofVirtual().start(() -> pause(1_000));
    return Stopwatch.millis(() -> thread.join(20));
  }

  public static long interrupted() throws Exception {
    Thread main = Thread.currentThread();
    after(15, main::interrupt);
    return Stopwatch.millis(() -> {
      try {
        Thread.sleep(1_000);
      } catch (InterruptedException e) {
        // This is what ends the wait.
      }
    });
  }

  public static long lock() throws Exception {
    ReentrantLock lock = new ReentrantLock();
    after(
        0,
        () -> {
          lock.lock();
          pause(60);
          lock.unlock();
        });
    Thread.sleep(10);
    return Stopwatch.millis(lock::lock);
  }

  public static long tryLock() throws Exception {
    ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    after(0, lock.readLock()::lock);
    Thread.sleep(10);
    return Stopwatch.millis(() -> {
      var unused = lock.writeLock().tryLock(35, TimeUnit.MILLISECONDS);
    });
  }

  public static long condition() throws Exception {
    ReentrantLock lock = new ReentrantLock();
    Condition condition = lock.newCondition();
    lock.lock();
    return Stopwatch.millis(() -> {
      var unused = condition.await(45, TimeUnit.MILLISECONDS);
    });
  }

  public static long latch() throws Exception {
    CountDownLatch latch = new CountDownLatch(2);
    after(5, latch::countDown);
    after(25, latch::countDown);
    return Stopwatch.millis(latch::await);
  }

  public static long barrier() throws Exception {
    CyclicBarrier barrier = new CyclicBarrier(2);
    after(
        55,
        () -> {
          try {
            barrier.await();
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
    return Stopwatch.millis(barrier::await);
  }

  public static long semaphore() throws Exception {
    Semaphore semaphore = new Semaphore(0);
    return Stopwatch.millis(() -> {
      var unused = semaphore.tryAcquire(65, TimeUnit.MILLISECONDS);
    });
  }

  public static long phaser() throws Exception {
    Phaser phaser = new Phaser(2);
    after(75, phaser::arrive);
    return Stopwatch.millis(phaser::arriveAndAwaitAdvance);
  }

  public static long exchanger() throws Exception {
    Exchanger<String> exchanger = new Exchanger<>();
    after(
        85,
        () -> {
          try {
            exchanger.exchange("there");
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
    return Stopwatch.millis(() -> exchanger.exchange("here"));
  }

  public static long queuePoll() throws Exception {
    ArrayBlockingQueue<String> queue = new ArrayBlockingQueue<>(1);
    return Stopwatch.millis(() -> queue.poll(95, TimeUnit.MILLISECONDS));
  }

  public static long handover() throws Exception {
    SynchronousQueue<String> queue = new SynchronousQueue<>();
    after(105, () -> queue.offer("value"));
    return Stopwatch.millis(queue::take);
  }

  public static long transfer() throws Exception {
    LinkedTransferQueue<String> queue = new LinkedTransferQueue<>();
    return Stopwatch.millis(() -> {
      var unused = queue.tryTransfer("value", 115, TimeUnit.MILLISECONDS);
    });
  }

  /** Polls the clock and never waits: time goes on all the same. */
  public static long pollNanoTime() throws Exception {
    return Stopwatch.millis(() -> {
      long end = System.nanoTime() + 5_000_000;
      while (System.nanoTime() < end) {
        LockSupport.unpark(null);
      }
    });
  }
}
