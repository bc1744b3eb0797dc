package io.raftbed.linearizability.polynomial;

import io.raftbed.linearizability.Operation;
import io.raftbed.linearizability.Procedure.Decision;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Makes decisions that a history is not linearizable. */
final class Refusal {

  private Refusal() {}

  /** Returns the decision that some operations, which the sentence begins with, clash. */
  static <I, O> Decision<I, O> of(String what, Collection<Operation<I, O>> operations) {
    List<Operation<I, O>> conflict = sorted(operations);
    StringBuilder cause = new StringBuilder(conflict.size() == 1 ? "operation" : "operations");
    for (int i = 0; i < conflict.size(); i++) {
      cause.append(i == 0 ? " " : ", ").append(conflict.get(i).id());
    }
    return because(cause.append(' ').append(what).toString(), conflict);
  }

  /** Returns the decision with a sentence of its own. */
  static <I, O> Decision<I, O> because(String cause, Collection<Operation<I, O>> operations) {
    return new Decision.No<>(cause, sorted(operations));
  }

  private static <I, O> List<Operation<I, O>> sorted(Collection<Operation<I, O>> operations) {
    return operations.stream().distinct().sorted(Comparator.comparingInt(Operation::id)).toList();
  }
}
