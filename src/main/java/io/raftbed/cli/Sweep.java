package io.raftbed.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Predicate;

/**
 * Makes many runs side by side and hands their results over one by one, in the order of their
 * positions, whatever the number of jobs. Only a bounded number of results waits for its turn.
 */
final class Sweep {

  private static final int AHEAD_PER_JOB = 32;

  private final int jobs;
  private final Function<SweepPlan.Task, CheckedRun> run;

  /**
   * Makes one.
   *
   * @param jobs how many runs at a time, from 1
   * @param run makes one run; called from several threads
   */
  Sweep(int jobs, Function<SweepPlan.Task, CheckedRun> run) {
    this.jobs = jobs;
    this.run = run;
  }

  /**
   * Makes the runs until all are done or {@code goOn} says no.
   *
   * @param size how many there are at most
   * @param tasks gives the run at a position, from 0
   * @param goOn takes each result, on the calling thread
   * @throws InterruptedException when the calling thread is interrupted; runs that are under way
   *     are left behind
   */
  void run(long size, LongFunction<SweepPlan.Task> tasks, Predicate<CheckedRun> goOn)
      throws InterruptedException {
    ExecutorService workers =
        Executors.newFixedThreadPool(
            jobs, Thread.ofPlatform().daemon().name("sweep-", 1).factory());
    try {
      Deque<Future<CheckedRun>> pending = new ArrayDeque<>();
      long submitted = 0;
      for (long taken = 0; taken < size; taken++) {
        long ahead = Math.min(size, taken + (long) jobs * AHEAD_PER_JOB);
        for (; submitted < ahead; submitted++) {
          SweepPlan.Task task = tasks.apply(submitted);
          pending.addLast(workers.submit(() -> run.apply(task)));
        }
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        if (!goOn.test(result(pending.removeFirst()))) {
          return;
        }
      }
    } finally {
      workers.shutdownNow();
    }
  }

  private static CheckedRun result(Future<CheckedRun> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a run ended without a result", e.getCause());
    }
  }
}
