package io.raftbed.linearizability;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Checks all partitions, in rounds: each round those that are not decided yet start anew with more
 * steps. As steps grow by a factor, all rounds together cost little more than the last.
 */
final class Rounds<I, O> {

  private static final long FIRST = 20_000;
  private static final long FACTOR = 16;

  private final List<PartitionCheck<?, I, O>> checks;
  private final Settings<I, O> settings;
  private final @Nullable PartitionResult<I, O>[] results;

  @SuppressWarnings("unchecked")
  Rounds(List<PartitionCheck<?, I, O>> checks, Settings<I, O> settings) {
    this.checks = checks;
    this.settings = settings;
    results = (PartitionResult<I, O>[]) new PartitionResult<?, ?>[checks.size()];
  }

  /** Returns what was found, in the order of the partitions; those not looked at are left out. */
  List<PartitionResult<I, O>> run() {
    if (settings.jobs() == 1 || checks.size() <= 1) {
      rounds(this::here);
    } else {
      try (ExecutorService threads =
          Executors.newFixedThreadPool(Math.min(settings.jobs(), checks.size()))) {
        rounds(round -> there(round, threads));
      }
    }
    List<PartitionResult<I, O>> found = new ArrayList<>();
    for (PartitionResult<I, O> result : results) {
      if (result != null) {
        found.add(result);
      }
    }
    return found;
  }

  /** Checks all that is undecided with so many steps each; returns whether that is enough. */
  @FunctionalInterface
  private interface Round {
    boolean run(long steps);
  }

  private void rounds(Round round) {
    long all = settings.budget().steps();
    for (long steps = checks.size() == 1 ? all : Math.min(FIRST, all); ; steps *= FACTOR) {
      boolean isLast = steps >= all || steps > Long.MAX_VALUE / FACTOR;
      if (round.run(isLast ? all : steps) || isLast || allDecided()) {
        return;
      }
    }
  }

  private boolean here(long steps) {
    for (int i = 0; i < results.length; i++) {
      if (isOpen(i) && record(i, checks.get(i).run(steps))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Like {@link #here}, many at a time. What comes after the first violation in the order of
   * partitions is dropped, so that the result is the same.
   */
  private boolean there(long steps, ExecutorService threads) {
    List<Optional<Future<PartitionResult<I, O>>>> running = new ArrayList<>();
    for (int i = 0; i < results.length; i++) {
      PartitionCheck<?, I, O> check = checks.get(i);
      Callable<PartitionResult<I, O>> task = () -> check.run(steps);
      running.add(isOpen(i) ? Optional.of(threads.submit(task)) : Optional.empty());
    }
    boolean stop = false;
    for (int i = 0; i < results.length; i++) {
      if (running.get(i).isPresent()) {
        if (stop) {
          checks.get(i).cancel();
        } else {
          stop = record(i, join(running.get(i).get()));
        }
      }
    }
    return stop;
  }

  private boolean isOpen(int i) {
    PartitionResult<I, O> result = results[i];
    return result == null
        || (result.verdict() instanceof Verdict.Undecided<I, O>(Limit limit)
            && limit == Limit.STEPS);
  }

  private boolean allDecided() {
    for (int i = 0; i < results.length; i++) {
      if (isOpen(i)) {
        return false;
      }
    }
    return true;
  }

  private boolean record(int i, PartitionResult<I, O> result) {
    results[i] = result;
    return settings.stopsAtFirst() && result.verdict() instanceof Verdict.NotLinearizable;
  }

  private static <T> T join(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while checking", e);
    }
  }
}
