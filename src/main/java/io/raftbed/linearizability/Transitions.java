package io.raftbed.linearizability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A model as a table: states and kinds of operations are numbers, and each transition is asked from
 * the model once only. Operations of equal input and outcome are of one kind.
 */
final class Transitions<S, I, O> {

  /** Stands in place of the next state of an operation that is not possible. */
  static final int REJECTED = -1;

  /** Stands for any state that will be reset before anyone sees it. */
  static final int OVERWRITTEN = Integer.MAX_VALUE;

  /** The number of the initial state. */
  static final int INITIAL = 0;

  private static final int YES = 1;
  private static final int NO = 0;
  private static final int BYTES_PER_STATE = 96;

  private record Kind<I, O>(I input, Outcome<O> outcome) {}

  private final Model<S, I, O> model;
  private final Meter meter;
  private final Map<S, Integer> stateNumbers = new HashMap<>();
  private final List<S> states = new ArrayList<>();
  private final Map<Kind<I, O>, Integer> kindNumbers = new HashMap<>();
  private final List<Kind<I, O>> kinds = new ArrayList<>();
  private final LongIntMap next;
  private final LongIntMap growth;

  /** By kinds: one more than the number of the state; 0 when it has not been asked for. */
  private int[] afterReset = new int[0];

  Transitions(Model<S, I, O> model, Meter meter) {
    this.model = model;
    this.meter = meter;
    next = new LongIntMap(meter);
    growth = new LongIntMap(meter);
    number(model.initial());
  }

  Model<S, I, O> model() {
    return model;
  }

  S state(int number) {
    return states.get(number);
  }

  /** Returns the number of a kind of operation. */
  int kind(I input, Outcome<O> outcome) {
    Kind<I, O> kind = new Kind<>(input, outcome);
    Integer known = kindNumbers.putIfAbsent(kind, kinds.size());
    if (known != null) {
      return known;
    }
    kinds.add(kind);
    return kinds.size() - 1;
  }

  boolean isPure(int kind) {
    Kind<I, O> it = kinds.get(kind);
    return model.isPure(it.input(), it.outcome());
  }

  /** Refuses a model that breaks its promise about pure operations. */
  void requirePure(int before, int after, int kind) {
    if (before != after) {
      Kind<I, O> it = kinds.get(kind);
      throw new IllegalStateException(
          "the model says that %s is pure, but it changes the state %s to %s"
              .formatted(
                  model.describe(it.input(), it.outcome()),
                  model.describe(state(before)),
                  model.describe(state(after))));
    }
  }

  boolean resets(int kind) {
    return model.resets(kinds.get(kind).input());
  }

  /** Returns the state after an operation, or {@link #REJECTED}. Counts as a step. */
  int next(int state, int kind) {
    meter.step();
    if (state == OVERWRITTEN) {
      return nextOverwritten(kind);
    }
    return table(state, kind);
  }

  private int table(int state, int kind) {
    long key = (long) state << 32 | kind;
    int known = next.get(key);
    return known != LongIntMap.ABSENT ? known : ask(state, kind, key);
  }

  private int nextOverwritten(int kind) {
    if (isPure(kind) || table(INITIAL, kind) == REJECTED) {
      return REJECTED;
    }
    return resets(kind) ? afterReset(kind) : OVERWRITTEN;
  }

  private int ask(int state, int kind, long key) {
    Kind<I, O> it = kinds.get(kind);
    Optional<S> after =
        switch (it.outcome()) {
          case Outcome.Ok<O>(O output) -> model.step(states.get(state), it.input(), output);
          case Outcome.Unknown<O> _ -> Optional.of(model.stepUnseen(states.get(state), it.input()));
          case Outcome.Failed<O> _ -> Optional.empty();
        };
    int number = after.isPresent() ? number(after.get()) : REJECTED;
    next.add(key, number);
    return number;
  }

  /** Returns the state that an operation leads to which {@link Model#resets}. */
  int afterReset(int kind) {
    int known = kind < afterReset.length ? afterReset[kind] : 0;
    if (known == 0) {
      known = 1 + number(model.stepUnseen(model.initial(), kinds.get(kind).input()));
      afterReset = Arrays.copyOf(afterReset, Math.max(afterReset.length, kinds.size()));
      afterReset[kind] = known;
    }
    return known - 1;
  }

  /** Returns whether a state, or one grown from it, can make an operation possible. */
  boolean mayGrowInto(int state, int kind) {
    if (state == OVERWRITTEN) {
      return false;
    }
    long key = (long) state << 32 | kind;
    int known = growth.get(key);
    if (known == LongIntMap.ABSENT) {
      known = askGrowth(states.get(state), kinds.get(kind)) ? YES : NO;
      growth.add(key, known);
    }
    return known == YES;
  }

  private boolean askGrowth(S state, Kind<I, O> kind) {
    meter.unit();
    return !(kind.outcome() instanceof Outcome.Ok<O>(O output))
        || model.mayGrowInto(state, kind.input(), output);
  }

  private int number(S state) {
    Integer known = stateNumbers.putIfAbsent(state, states.size());
    if (known != null) {
      return known;
    }
    meter.allocate(BYTES_PER_STATE + model.bytes(state));
    states.add(state);
    return states.size() - 1;
  }
}
