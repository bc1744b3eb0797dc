package io.raftbed.sim.samples;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Tasks on executors, futures and timers; each gives how many milliseconds they took. */
public final class Pools {
  private static final int TASKS = 6;
  private static final long TASK_MILLIS = 10;

  private Pools() {}

  /** Six tasks of 10 ms each. */
  private static long tasksOn(ExecutorService pool) throws Exception {
    return Stopwatch.millis(() -> {
      CountDownLatch done = new CountDownLatch(TASKS);
      for (int i = 0; i < TASKS; i++) {
        pool.execute(() -> {
          Waits.pause(TASK_MILLIS);
          done.countDown();
        });
      }
      done.await();
      pool.shutdown();
      if (!pool.awaitTermination(1, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the pool does not end");
      }
    });
  }

  public static long fixed() throws Exception {
    return tasksOn(Executors.newFixedThreadPool(3));
  }

  public static long cached() throws Exception {
    return tasksOn(Executors.newCachedThreadPool());
  }

  public static long single() throws Exception {
    return tasksOn(Executors.newSingleThreadExecutor());
  }

  public static long virtualPerTask() throws Exception {
    return tasksOn(Executors.newVirtualThreadPerTaskExecutor());
  }

  public static long ownFactory() throws Exception {
    return tasksOn(Executors.newFixedThreadPool(2, Thread::new));
  }

  public static long scheduled() throws Exception {
    ScheduledExecutorService pool = Executors.newScheduledThreadPool(1);
    return Stopwatch.millis(() -> pool.schedule(() -> "", 300, TimeUnit.MILLISECONDS).get());
  }

  public static long fixedRate() throws Exception {
    ScheduledExecutorService pool = Executors.newSingleThreadScheduledExecutor();
    CountDownLatch turns = new CountDownLatch(5);
    return Stopwatch.millis(() -> {
      Future<?> repeated =
          pool.scheduleAtFixedRate(turns::countDown, 20, 30, TimeUnit.MILLISECONDS);
      turns.await();
      repeated.cancel(false);
    });
  }

  public static long futureTimeout() throws Exception {
    ExecutorService pool = Executors.newCachedThreadPool();
    return Stopwatch.millis(() -> {
      Future<?> future = pool.submit(() -> Waits.pause(10_000));
      try {
        future.get(31, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        future.cancel(true);
      }
    });
  }

  public static long supplyAsync() throws Exception {
    return Stopwatch.millis(() ->
        CompletableFuture.runAsync(() -> Waits.pause(10))
            .thenApplyAsync(done -> {
              Waits.pause(11);
              return "";
            })
            .thenCombine(CompletableFuture.supplyAsync(() -> ""), String::concat)
            .get());
  }

  public static long orTimeout() throws Exception {
    return Stopwatch.millis(() -> {
      try {
        new CompletableFuture<String>().orTimeout(32, TimeUnit.MILLISECONDS).get();
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof TimeoutException)) {
          throw e;
        }
      }
    });
  }

  public static long completeOnTimeout() throws Exception {
    return Stopwatch.millis(() ->
        new CompletableFuture<String>().completeOnTimeout("late", 33, TimeUnit.MILLISECONDS).get());
  }

  public static long delayedExecutor() throws Exception {
    return Stopwatch.millis(() ->
        CompletableFuture.supplyAsync(
                () -> "", CompletableFuture.delayedExecutor(34, TimeUnit.MILLISECONDS))
            .get());
  }

  public static long timer() throws Exception {
    Timer timer = new Timer();
    CountDownLatch turns = new CountDownLatch(3);
    return Stopwatch.millis(() -> {
      timer.schedule(
          new TimerTask() {
            @Override
            public void run() {
              turns.countDown();
            }
          },
          100,
          50);
      turns.await();
      timer.cancel();
    });
  }

  /** The wall clock shows the same time as nanoTime. */
  public static long wallClock() throws Exception {
    long millis = System.currentTimeMillis();
    Instant instant = Instant.now();
    Thread.sleep(400);
    long passed = System.currentTimeMillis() - millis;
    long instants = Duration.between(instant, Instant.now()).toMillis();
    return passed == instants ? passed : -1;
  }

  /** Each way of losing an exception in a future; gives how many were lost. */
  public static int lostExceptions() {
    ScheduledExecutorService pool = Executors.newScheduledThreadPool(2);
    Future<?> submitted = pool.submit(() -> lose("submitted"));
    Future<?> periodic =
        pool.scheduleAtFixedRate(() -> lose("periodic"), 1, 1, TimeUnit.MILLISECONDS);
    CompletableFuture<Void> async = CompletableFuture.runAsync(() -> lose("async"));
    CompletableFuture<Void> chained =
        CompletableFuture.completedFuture(1).thenAccept(one -> lose("chained"));
    Waits.pause(100);
    return (int)
        List.of(submitted, periodic, async, chained).stream()
            .filter(future -> future.state() == Future.State.FAILED)
            .count();
  }

  private static void lose(String how) {
    throw new IllegalArgumentException(how);
  }
}
