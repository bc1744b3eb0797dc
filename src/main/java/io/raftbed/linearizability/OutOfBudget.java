package io.raftbed.linearizability;

/** Ends a search or a procedure from any depth; a check catches it. */
final class OutOfBudget extends RuntimeException {

  private final Limit limit;

  OutOfBudget(Limit limit) {
    super(limit.label(), null, false, false);
    this.limit = limit;
  }

  Limit limit() {
    return limit;
  }
}
