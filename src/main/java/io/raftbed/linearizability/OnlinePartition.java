package io.raftbed.linearizability;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One partition of an object that is checked online. The search stands where everything that
 * returned is placed, and goes on from there with each return.
 *
 * <p>An operation that is open may be placed before its output is known, as one whose output nobody
 * saw. If it returns something else than it could at that place, the search takes it back.
 */
final class OnlinePartition<S, I, O> {

  private final Optional<?> key;
  private final Budget budget;
  private final Meter meter;
  private final Transitions<S, I, O> transitions;
  private final Timeline timeline = new Timeline();
  private final Search<S, I, O> search;
  private final List<I> inputs = new ArrayList<>();

  /** What ended the checking of this partition. */
  private @Nullable Verdict<I, O> ended;

  OnlinePartition(Model<S, I, O> model, Optional<?> key, Budget budget) {
    this.key = key;
    this.budget = budget;
    meter = new Meter(budget);
    transitions = new Transitions<>(model, meter);
    search = new Search<>(transitions, timeline, meter, _ -> {});
  }

  int call(I input) {
    inputs.add(input);
    int kind = transitions.kind(input, new Outcome.Unknown<>());
    boolean resets = transitions.model().grows() && transitions.resets(kind);
    return timeline.call(kind, transitions.isPure(kind), resets);
  }

  /** Takes a return; returns false if there is no legal order from here on. */
  boolean ok(int operation, O output) {
    int kind = transitions.kind(inputs.get(operation), new Outcome.Ok<>(output));
    timeline.become(operation, kind, transitions.isPure(kind));
    timeline.returns(operation);
    return ended != null || goesOn(operation);
  }

  private boolean goesOn(int operation) {
    try {
      search.settleOutput(operation);
      return search.run();
    } catch (OutOfBudget e) {
      ended = new Verdict.Undecided<>(e.limit());
      return true;
    }
  }

  /** Takes that an operation had no effect; returns false if someone has seen its effect. */
  boolean failed(int operation) {
    int kind = transitions.kind(inputs.get(operation), new Outcome.Failed<>());
    timeline.become(operation, kind, false);
    timeline.release(operation);
    return ended != null || goesOn(operation);
  }

  void unknown(int operation) {
    if (timeline.isPure(operation)) {
      timeline.release(operation);
    }
  }

  /**
   * Ends the checking of this partition with evidence.
   *
   * @param isReturn whether the last event is a return, which then is what cannot be placed
   */
  Evidence<I, O> fail(List<Operation<I, O>> operations, boolean isReturn) {
    Evidence<I, O> evidence =
        new EvidenceFinder<>(transitions.model(), key, budget, true)
            .bySearch(part(operations), isReturn ? timeline.returns() - 1 : 0);
    ended = new Verdict.NotLinearizable<>(evidence);
    return evidence;
  }

  private static <I, O> List<Operation<I, O>> part(List<Operation<I, O>> operations) {
    return operations.stream()
        .filter(operation -> !(operation.outcome() instanceof Outcome.Failed))
        .toList();
  }

  Optional<Limit> exhausted() {
    return ended instanceof Verdict.Undecided<I, O>(Limit limit)
        ? Optional.of(limit)
        : Optional.empty();
  }

  PartitionResult<I, O> result(List<Operation<I, O>> operations) {
    Verdict<I, O> verdict = ended;
    if (verdict == null) {
      verdict = new Verdict.Linearizable<>(Optional.of(order(operations)));
    }
    return new PartitionResult<>(
        key, part(operations).size(), verdict, PartitionCheck.SEARCH, meter.steps());
  }

  private List<Operation<I, O>> order(List<Operation<I, O>> operations) {
    return PartitionCheck.order(search.frontier(), operations);
  }
}
