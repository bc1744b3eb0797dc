package io.raftbed.linearizability;

/** Ends a search from any depth; never leaves this package. */
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
