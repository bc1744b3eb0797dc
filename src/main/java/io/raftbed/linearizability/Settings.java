package io.raftbed.linearizability;

import java.util.function.Consumer;

/** How to check. */
record Settings<I, O>(
    Budget budget,
    int jobs,
    boolean stopsAtFirst,
    boolean searchesOnly,
    boolean givesEvidence,
    Consumer<PartitionResult<I, O>> listener) {

  Settings<I, O> budget(Budget other) {
    return new Settings<>(other, jobs, stopsAtFirst, searchesOnly, givesEvidence, listener);
  }

  Settings<I, O> jobs(int other) {
    return new Settings<>(budget, other, stopsAtFirst, searchesOnly, givesEvidence, listener);
  }

  Settings<I, O> stopAtFirst() {
    return new Settings<>(budget, jobs, true, searchesOnly, givesEvidence, listener);
  }

  Settings<I, O> searchOnly() {
    return new Settings<>(budget, jobs, stopsAtFirst, true, givesEvidence, listener);
  }

  Settings<I, O> verdictOnly() {
    return new Settings<>(budget, jobs, stopsAtFirst, searchesOnly, false, listener);
  }

  Settings<I, O> listener(Consumer<PartitionResult<I, O>> other) {
    return new Settings<>(budget, jobs, stopsAtFirst, searchesOnly, givesEvidence, other);
  }

  /** Returns the budget of one partition that may look at so many steps. */
  Budget share(long steps) {
    long bytes = Math.max(1, budget.bytes() / jobs);
    return budget.withSteps(Math.min(steps, budget.steps())).withBytes(bytes);
  }
}
