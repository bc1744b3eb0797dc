package io.raftbed.linearizability;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Checks whether a history is linearizable. Immutable; may be used by many threads.
 *
 * <pre>{@code
 * CheckResult<RegisterInput<String>, RegisterOutput<String>> result =
 *     Checker.of(new CasRegister<>("0")).check(history);
 * }</pre>
 *
 * <p>Each partition of the object is checked alone, which is exact: Herlihy and Wing's locality.
 * Partitions get few steps at first and more in each round, so that a violation that is easy to
 * find need not wait for a partition that is hard. The result does not depend on {@link #jobs}, nor
 * on timing as long as nothing is cancelled.
 *
 * @param <I> what operations ask
 * @param <O> what operations return
 */
public final class Checker<I, O> {

  private final Model<?, I, O> model;
  private final Settings<I, O> settings;

  private Checker(Model<?, I, O> model, Settings<I, O> settings) {
    this.model = model;
    this.settings = settings;
  }

  /** Returns a checker without bounds that uses one thread: the caller's. */
  public static <I, O> Checker<I, O> of(Model<?, I, O> model) {
    return new Checker<>(model, new Settings<>(Budget.UNLIMITED, 1, false, false, true, _ -> {}));
  }

  /** Returns the same checker with bounds. */
  public Checker<I, O> budget(Budget budget) {
    return with(settings.budget(budget));
  }

  /**
   * Returns the same checker with some threads.
   *
   * @param jobs how many partitions are checked at a time; with 1 the caller's thread does it all
   */
  public Checker<I, O> jobs(int jobs) {
    if (jobs < 1) {
      throw new IllegalArgumentException("%d jobs do nothing; give at least 1".formatted(jobs));
    }
    return with(settings.jobs(jobs));
  }

  /** Returns the same checker that leaves the rest alone once a partition is not linearizable. */
  public Checker<I, O> stopAtFirst() {
    return with(settings.stopAtFirst());
  }

  /** Returns the same checker that uses no {@link Procedure} of the model. */
  public Checker<I, O> searchOnly() {
    return with(settings.searchOnly());
  }

  /**
   * Returns the same checker that spends no time on evidence: it names an operation that could not
   * be placed and no more.
   */
  public Checker<I, O> verdictOnly() {
    return with(settings.verdictOnly());
  }

  /**
   * Returns the same checker that tells of each partition as soon as it is decided.
   *
   * @param listener called by one thread at a time, in no certain order when there are several jobs
   */
  public Checker<I, O> onPartition(Consumer<PartitionResult<I, O>> listener) {
    return with(settings.listener(listener));
  }

  /**
   * Returns a checker that takes all partitions together. Only for comparisons: it is slower, and
   * finds the same where partitions are independent.
   */
  public Checker<I, O> unpartitioned() {
    return new Checker<>(new WholeModel<>(model), settings);
  }

  private Checker<I, O> with(Settings<I, O> other) {
    return new Checker<>(model, other);
  }

  /** Checks a history. */
  public CheckResult<I, O> check(History<I, O> history) {
    Map<Optional<?>, List<Operation<I, O>>> partitions = partitions(history);
    // A job that has nothing to do needs no share of the memory.
    Settings<I, O> shared = settings.jobs(Math.clamp(partitions.size(), 1, settings.jobs()));
    List<PartitionCheck<?, I, O>> checks = new ArrayList<>();
    partitions.forEach((key, part) -> checks.add(new PartitionCheck<>(model, shared, key, part)));
    return Verdicts.combine(new Rounds<>(checks, shared).run());
  }

  private Map<Optional<?>, List<Operation<I, O>>> partitions(History<I, O> history) {
    Map<Optional<?>, List<Operation<I, O>>> partitions = new LinkedHashMap<>();
    for (Operation<I, O> operation : history.operations()) {
      if (!(operation.outcome() instanceof Outcome.Failed)) {
        partitions
            .computeIfAbsent(model.partition(operation.input()), _ -> new ArrayList<>())
            .add(operation);
      }
    }
    return partitions;
  }
}
