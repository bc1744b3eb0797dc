package io.raftbed.linearizability;

import java.util.List;
import java.util.Optional;

/** What a check found. Only {@link Linearizable} is good news. */
public sealed interface Verdict<I, O> {

  /**
   * There is a legal order.
   *
   * @param order one legal order of all operations that took effect; empty when a procedure decided
   *     without making one
   */
  record Linearizable<I, O>(Optional<List<Operation<I, O>>> order) implements Verdict<I, O> {}

  /**
   * There is no legal order.
   *
   * @param evidence why
   */
  record NotLinearizable<I, O>(Evidence<I, O> evidence) implements Verdict<I, O> {}

  /**
   * The budget ran out before it was decided.
   *
   * @param limit what ran out
   */
  record Undecided<I, O>(Limit limit) implements Verdict<I, O> {}

  /** Returns whether there is a legal order; false also when nobody knows. */
  default boolean isLinearizable() {
    return this instanceof Linearizable;
  }

  /** Returns {@code linearizable}, {@code not linearizable} or {@code unknown}. */
  default String label() {
    return switch (this) {
      case Linearizable<I, O> _ -> "linearizable";
      case NotLinearizable<I, O> _ -> "not linearizable";
      case Undecided<I, O> _ -> "unknown";
    };
  }
}
