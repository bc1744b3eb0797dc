package io.raftbed.linearizability;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Builds a history from whole operations and their times, in any order and any one unit. An end and
 * a call at the same time are concurrent: clocks are too coarse to say more. So are two operations
 * of one client where one ends as the next is called.
 */
public final class TimedHistory<I, O> {

  private record Given<I, O>(int position, Operation<I, O> operation) {}

  private final List<Given<I, O>> given = new ArrayList<>();
  private final List<Annotation> annotations = new ArrayList<>();

  TimedHistory() {}

  /** Adds an operation that returned. */
  public TimedHistory<I, O> ok(int client, I input, O output, long call, long end) {
    return add(client, input, new Outcome.Ok<>(output), call, end);
  }

  /** Adds an operation that surely had no effect. */
  public TimedHistory<I, O> failed(int client, I input, long call, long end) {
    return add(client, input, new Outcome.Failed<>(), call, end);
  }

  /** Adds an operation that never ended. */
  public TimedHistory<I, O> unknown(int client, I input, long call) {
    return add(client, input, new Outcome.Unknown<>(), call, Operation.OPEN);
  }

  /**
   * Adds an operation.
   *
   * @throws HistoryException if it ends before its call
   */
  public TimedHistory<I, O> add(int client, I input, Outcome<O> outcome, long call, long end) {
    int position = given.size();
    if (end < call) {
      throw new HistoryException(
          position,
          "operation %d of client %d ends at %d, before its call at %d"
              .formatted(position, client, end, call));
    }
    if (end == Operation.OPEN && !(outcome instanceof Outcome.Unknown)) {
      throw new HistoryException(
          position,
          "operation %d of client %d never ends, so its outcome must be unknown"
              .formatted(position, client));
    }
    given.add(new Given<>(position, new Operation<>(position, client, input, outcome, call, end)));
    return this;
  }

  /** Adds a note for pictures. */
  public TimedHistory<I, O> annotate(Annotation annotation) {
    annotations.add(annotation);
    return this;
  }

  /**
   * Returns the history; operations are numbered by call.
   *
   * @throws HistoryException if two operations of a client overlap
   */
  public History<I, O> build() {
    List<Given<I, O>> byCall = new ArrayList<>(given);
    byCall.sort((a, b) -> Long.compare(a.operation().call(), b.operation().call()));
    Map<Integer, Given<I, O>> lastOfClient = new HashMap<>();
    List<Operation<I, O>> operations = new ArrayList<>();
    for (Given<I, O> next : byCall) {
      Operation<I, O> it = next.operation();
      Given<I, O> last = lastOfClient.put(it.client(), next);
      if (last != null && last.operation().end() > it.call()) {
        throw new HistoryException(
            next.position(),
            "operation %d of client %d is called at %d, before operation %d of that client has ended"
                .formatted(next.position(), it.client(), it.call(), last.position()));
      }
      operations.add(
          new Operation<>(
              operations.size(), it.client(), it.input(), it.outcome(), it.call(), it.end()));
    }
    return new History<>(operations, annotations);
  }
}
