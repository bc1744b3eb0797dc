package io.raftbed.linearizability;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks one partition: by a procedure of the model if one fits, else by search. */
final class PartitionCheck<S, I, O> {

  /** What reports call the search. */
  static final String SEARCH = "search";

  /** What procedures hold for each operation: measured between 80 and 420 bytes. */
  private static final long BYTES_PER_OPERATION = 420;

  private final Model<S, I, O> model;
  private final Settings<I, O> settings;
  private final Optional<?> key;
  private final List<Operation<I, O>> operations;
  private volatile boolean isCancelled;

  /** Whether no procedure fits; found out once, though later rounds begin anew. */
  private boolean isForSearch;

  PartitionCheck(
      Model<S, I, O> model,
      Settings<I, O> settings,
      Optional<?> key,
      List<Operation<I, O>> operations) {
    this.model = model;
    this.settings = settings;
    this.key = key;
    this.operations = operations;
  }

  /** Lets a run on another thread end soon. */
  void cancel() {
    isCancelled = true;
  }

  /** Checks with so many steps at most. */
  PartitionResult<I, O> run(long steps) {
    PartitionResult<I, O> result =
        decide(settings.share(steps).withCancellation(() -> isCancelled));
    if (!(result.verdict() instanceof Verdict.Undecided)) {
      synchronized (settings.listener()) {
        settings.listener().accept(result);
      }
    }
    return result;
  }

  private PartitionResult<I, O> decide(Budget budget) {
    for (Procedure<I, O> procedure : procedures()) {
      Optional<Verdict<I, O>> verdict = decide(procedure, budget);
      if (verdict.isPresent()) {
        return result(verdict.get(), procedure.name(), 0);
      }
    }
    isForSearch = true;
    return search(budget);
  }

  private List<? extends Procedure<I, O>> procedures() {
    return settings.searchesOnly() || isForSearch ? List.of() : model.procedures();
  }

  private Optional<Verdict<I, O>> decide(Procedure<I, O> procedure, Budget budget) {
    Meter meter = new Meter(budget);
    try {
      meter.allocate(BYTES_PER_OPERATION * operations.size());
      return procedure.decide(operations, meter).map(decision -> verdict(decision, budget));
    } catch (OutOfBudget e) {
      // The search may need less memory, but it has no more time.
      return e.limit() == Limit.MEMORY
          ? Optional.empty()
          : Optional.of(new Verdict.Undecided<>(e.limit()));
    }
  }

  private Verdict<I, O> verdict(Procedure.Decision<I, O> decision, Budget budget) {
    return switch (decision) {
      case Procedure.Decision.Yes<I, O>(Optional<List<Operation<I, O>>> order) ->
          new Verdict.Linearizable<>(order);
      case Procedure.Decision.No<I, O> no ->
          new Verdict.NotLinearizable<>(finder(budget).byConflict(operations, no));
    };
  }

  private PartitionResult<I, O> search(Budget budget) {
    Meter meter = new Meter(budget);
    Verdict<I, O> verdict;
    try {
      Transitions<S, I, O> transitions = new Transitions<>(model, meter);
      Loaded<I, O> loaded = Loaded.load(operations, transitions, meter);
      Search<S, I, O> search = new Search<>(transitions, loaded.timeline(), meter, _ -> {});
      verdict =
          search.run()
              ? new Verdict.Linearizable<>(
                  Optional.of(order(search.frontier(), loaded.operations())))
              : new Verdict.NotLinearizable<>(
                  finder(budget).bySearch(operations, search.furthestStage()));
    } catch (OutOfBudget e) {
      verdict = new Verdict.Undecided<>(e.limit());
    }
    return result(verdict, SEARCH, meter.steps());
  }

  private EvidenceFinder<S, I, O> finder(Budget budget) {
    return new EvidenceFinder<>(model, key, budget, settings.givesEvidence());
  }

  private PartitionResult<I, O> result(Verdict<I, O> verdict, String procedure, long steps) {
    return new PartitionResult<>(key, operations.size(), verdict, procedure, steps);
  }

  static <I, O> List<Operation<I, O>> order(Frontier frontier, List<Operation<I, O>> operations) {
    List<Operation<I, O>> order = new ArrayList<>(frontier.length());
    for (int i = 0; i < frontier.length(); i++) {
      order.add(operations.get(frontier.path[i]));
    }
    return order;
  }
}
