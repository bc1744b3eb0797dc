package io.raftbed.linearizability;

/** Counts what one search uses of its budget, and ends it with {@link OutOfBudget}. */
final class Meter implements Work {

  /** The question whether to end may cost a clock read, so it is asked once in so many units. */
  private static final int POLL_EVERY = 256;

  private final Budget budget;
  private long steps;
  private long bytes;
  private int untilPoll;

  Meter(Budget budget) {
    this.budget = budget;
  }

  /** Counts one transition of the model. */
  void step() {
    if (steps >= budget.steps()) {
      throw new OutOfBudget(Limit.STEPS);
    }
    steps++;
    unit();
  }

  /** Counts one unit of work that is no step, so that long stretches of it can be ended too. */
  @Override
  public void unit() {
    if (--untilPoll < 0) {
      untilPoll = POLL_EVERY;
      if (budget.cancelled().getAsBoolean()) {
        throw new OutOfBudget(Limit.CANCELLED);
      }
    }
  }

  /** Counts memory that is about to be used; negative when it is let go. */
  void allocate(long size) {
    bytes += size;
    if (bytes > budget.bytes()) {
      throw new OutOfBudget(Limit.MEMORY);
    }
  }

  long steps() {
    return steps;
  }
}
