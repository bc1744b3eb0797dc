package io.raftbed.cluster.kv;

import io.raftbed.linearizability.Budget;
import io.raftbed.linearizability.Evidence;
import io.raftbed.linearizability.Model;
import io.raftbed.linearizability.OnlineChecker;
import io.raftbed.sim.Simulation;
import io.raftbed.trace.EventKind;
import io.raftbed.trace.FailureKind;
import io.raftbed.trace.NodeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the clients of one run asked and were answered. It is checked as it grows: the answer that
 * makes it certain that there is no legal order ends the run.
 *
 * @param <I> what operations ask
 * @param <O> what they answer
 */
public final class ClientHistory<I, O> {

  /** What a key may use; counted, so that the verdict is the same on every machine. */
  private static final Budget BUDGET = Budget.UNLIMITED.withSteps(4_000_000).withBytes(128L << 20);

  private final Simulation simulation;
  private final Model<?, I, O> model;
  private final OnlineChecker<I, O> checker;
  private final List<Long> times = new ArrayList<>();
  private int completed;

  /** Makes the history of one run. */
  public ClientHistory(Simulation simulation, Model<?, I, O> model) {
    this.simulation = simulation;
    this.model = model;
    this.checker = OnlineChecker.of(model, BUDGET);
  }

  /** Takes the call of a client, all of whose earlier operations have ended; returns its number. */
  int call(int client, I input) {
    event(client, EventKind.INVOKE, input);
    times.add(simulation.now());
    return checker.call(client, input);
  }

  /** Takes the end of an operation of a client; ends the run when it cannot have been so. */
  void ok(int client, int operation, O output) {
    event(client, EventKind.COMPLETE, output);
    times.add(simulation.now());
    completed++;
    Optional<Evidence<I, O>> evidence = checker.ok(operation, output);
    if (evidence.isPresent()) {
      ClashText<I, O> text = new ClashText<>(model, evidence.get(), times);
      simulation.fail(FailureKind.LINEARIZABILITY, text.message(), text.facts(), text.moments());
    }
  }

  /** Ends the run: a client was told something that it must not be told, in any order. */
  void fail(String message, String fact) {
    simulation.fail(FailureKind.SAFETY, message, List.of(fact));
  }

  /** Fails unless everything could be checked; called when the clients are done. */
  public void requireChecked() {
    checker
        .exhausted()
        .ifPresent(limit ->
            simulation.fail(
                FailureKind.CHECKER_OUT_OF_BUDGET,
                "nobody knows whether the history is linearizable: a key's check used up its "
                    + limit.label(),
                List.of(
                    "each key has %d steps and %d bytes"
                        .formatted(BUDGET.steps(), BUDGET.bytes()))));
  }

  /** Returns how many operations have ended. */
  public int completed() {
    return completed;
  }

  private void event(int client, EventKind kind, Object detail) {
    // Records without components have one hash code, whatever their class.
    long bits = (long) detail.getClass().getName().hashCode() << Integer.SIZE ^ detail.hashCode();
    simulation.event(NodeName.client(client), kind, bits, detail);
  }
}
