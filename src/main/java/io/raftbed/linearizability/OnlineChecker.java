package io.raftbed.linearizability;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks a history while it happens: an event at a time, it says that the history is not
 * linearizable as soon as that is certain, and keeps a legal order of what returned until then. An
 * event mostly costs one step of the model; a search is needed only where the order kept so far
 * must change.
 *
 * <p>Deterministic as long as nothing is cancelled. For one thread.
 *
 * <pre>{@code
 * OnlineChecker<KvInput, KvOutput> checker = OnlineChecker.of(new Kv(), budget);
 * int id = checker.call(client, new KvInput.Get("k"));
 * Optional<Evidence<KvInput, KvOutput>> bad = checker.ok(id, new KvOutput.Value("v"));
 * }</pre>
 */
public final class OnlineChecker<I, O> {

  private record Called<I, O>(OnlinePartition<?, I, O> partition, int operation) {}

  private final Model<?, I, O> model;
  private final Budget budget;
  private final EventHistory<I, O> events = History.events();
  private final List<Called<I, O>> called = new ArrayList<>();
  private final Map<Optional<?>, OnlinePartition<?, I, O>> partitions = new LinkedHashMap<>();

  private OnlineChecker(Model<?, I, O> model, Budget budget) {
    this.model = model;
    this.budget = budget;
  }

  /**
   * Returns a checker that has seen nothing.
   *
   * @param budget what each partition may use in all; one that has used it up is undecided from
   *     then on
   */
  public static <I, O> OnlineChecker<I, O> of(Model<?, I, O> model, Budget budget) {
    return new OnlineChecker<>(model, budget);
  }

  /** Takes a call, as {@link EventHistory#call} does. */
  public int call(int client, I input) {
    int id = events.call(client, input);
    OnlinePartition<?, I, O> partition =
        partitions.computeIfAbsent(
            model.partition(input), key -> new OnlinePartition<>(model, key, budget));
    called.add(new Called<>(partition, partition.call(input)));
    return id;
  }

  /**
   * Takes a return.
   *
   * @return the evidence if the history is not linearizable from here on; empty if it is, and empty
   *     for more events of a partition about which nothing can be said any more
   */
  public Optional<Evidence<I, O>> ok(int id, O output) {
    events.ok(id, output);
    OnlinePartition<?, I, O> partition = called.get(id).partition();
    return partition.ok(called.get(id).operation(), output)
        ? Optional.empty()
        : Optional.of(partition.fail(operations(partition), true));
  }

  /**
   * Takes the end of an operation that surely had no effect and never will.
   *
   * @return the evidence if the history is not linearizable from here on, as someone has seen its
   *     effect; else empty
   */
  public Optional<Evidence<I, O>> failed(int id) {
    events.failed(id);
    OnlinePartition<?, I, O> partition = called.get(id).partition();
    return partition.failed(called.get(id).operation())
        ? Optional.empty()
        : Optional.of(partition.fail(operations(partition), false));
  }

  /** Takes that a client waits no longer. */
  public void unknown(int id) {
    events.unknown(id);
    called.get(id).partition().unknown(called.get(id).operation());
  }

  /** Adds a note for pictures. */
  public void annotate(Annotation annotation) {
    events.annotate(annotation);
  }

  /** Returns all events so far. */
  public History<I, O> history() {
    return events.build();
  }

  /** Returns what ran out where a partition's budget did; empty while all is decided. */
  public Optional<Limit> exhausted() {
    return partitions.values().stream().flatMap(it -> it.exhausted().stream()).findFirst();
  }

  /** Returns what is known about all events so far; what is open counts as unknown. */
  public CheckResult<I, O> result() {
    return Verdicts.combine(
        partitions.values().stream().map(it -> it.result(operations(it))).toList());
  }

  private List<Operation<I, O>> operations(OnlinePartition<?, I, O> partition) {
    return events.build().operations().stream()
        .filter(operation -> called.get(operation.id()).partition() == partition)
        .toList();
  }
}
