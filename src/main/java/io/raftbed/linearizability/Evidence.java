package io.raftbed.linearizability;

import java.util.List;
import java.util.Optional;

/**
 * Why a history is not linearizable.
 *
 * @param partition the part of the object that is concerned, such as a key
 * @param cause the reason in one sentence
 * @param blocked the first operation whose return cannot be placed in any order
 * @param prefix the partition's history up to that return, as it was known then: not linearizable
 *     either
 * @param isShortest whether the prefix without its last event is linearizable; false only when a
 *     budget ended the search for a shorter one
 * @param conflict a few operations that suffice as the reason, where a procedure found them
 * @param configurations how far one can get: orders of everything that returned before; at most
 *     {@value #SHOWN}
 * @param partials the longest partial linearizations of the prefix that were found: for each
 *     operation that was placed in some, the longest that has it; longest first
 */
public record Evidence<I, O>(
    Optional<?> partition,
    String cause,
    Operation<I, O> blocked,
    History<I, O> prefix,
    boolean isShortest,
    List<Operation<I, O>> conflict,
    List<Configuration<I, O>> configurations,
    List<List<Operation<I, O>>> partials) {

  /** How many configurations are given at most. */
  public static final int SHOWN = 8;

  public Evidence {
    conflict = List.copyOf(conflict);
    configurations = List.copyOf(configurations);
    partials = List.copyOf(partials);
  }

  /**
   * A legal order of what returned before the violation.
   *
   * @param order the operations that are placed, in order; some of them may have been open still
   * @param state the state after them, in words
   * @param candidates {@code blocked}, and every other operation that was called and is not placed
   */
  public record Configuration<I, O>(
      List<Operation<I, O>> order, String state, List<Candidate<I, O>> candidates) {
    public Configuration {
      order = List.copyOf(order);
      candidates = List.copyOf(candidates);
    }
  }

  /**
   * An operation that could come next in a configuration.
   *
   * @param operation the operation
   * @param isPossible whether it may; {@code blocked} may not
   * @param reason why
   */
  public record Candidate<I, O>(Operation<I, O> operation, boolean isPossible, String reason) {}

  /** Returns the evidence in words, a line each. */
  public List<String> words(Model<?, I, O> model) {
    return EvidenceText.lines(model, this);
  }
}
