package io.raftbed.linearizability;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Builds a history from events in the order they happened. An event's time is its position, counted
 * from 0. What has not ended when the history is built is open, its outcome unknown.
 *
 * <pre>{@code
 * EventHistory<String, Integer> events = History.events();
 * int write = events.call(1, "write 3");
 * int read = events.call(2, "read");
 * events.ok(read, 3);
 * events.unknown(write);
 * History<String, Integer> history = events.build();
 * }</pre>
 */
public final class EventHistory<I, O> {

  private final List<Operation<I, O>> operations = new ArrayList<>();
  private final List<Annotation> annotations = new ArrayList<>();
  private final Map<Integer, Integer> openByClient = new HashMap<>();
  private long events;

  EventHistory() {}

  /**
   * Adds a call.
   *
   * @param client who calls
   * @param input what is asked
   * @return the operation's number, for its end
   * @throws HistoryException if an operation of this client has not ended
   */
  public int call(int client, I input) {
    Integer open = openByClient.get(client);
    if (open != null) {
      throw new HistoryException(
          events,
          ("event %d: client %d calls again before operation %d, called at event %d, has ended;"
                  + " end it as ok, failed or unknown")
              .formatted(events, client, open, operations.get(open).call()));
    }
    int id = operations.size();
    openByClient.put(client, id);
    operations.add(
        new Operation<>(id, client, input, new Outcome.Unknown<>(), events++, Operation.OPEN));
    return id;
  }

  /** Adds a return. */
  public void ok(int id, O output) {
    end(id, new Outcome.Ok<>(output));
  }

  /** Adds the end of an operation that surely had no effect and never will. */
  public void failed(int id) {
    end(id, new Outcome.Failed<>());
  }

  /** Adds that a client waits no longer; the operation may still take effect later. */
  public void unknown(int id) {
    end(id, new Outcome.Unknown<>());
  }

  /**
   * Adds the end of an operation.
   *
   * @throws HistoryException if there is no such operation, or it has ended before
   */
  public void end(int id, Outcome<O> outcome) {
    if (id < 0 || id >= operations.size()) {
      throw new HistoryException(
          events, "event %d: end of operation %d, which was never called".formatted(events, id));
    }
    Operation<I, O> open = operations.get(id);
    if (open.end() != Operation.OPEN) {
      throw new HistoryException(
          events,
          "event %d: operation %d has ended before, at event %d".formatted(events, id, open.end()));
    }
    openByClient.remove(open.client());
    operations.set(
        id, new Operation<>(id, open.client(), open.input(), outcome, open.call(), events++));
  }

  /** Adds a note for pictures; it counts as no event. */
  public void annotate(Annotation annotation) {
    annotations.add(annotation);
  }

  /** Returns how many events were added: the time of the next one. */
  public long size() {
    return events;
  }

  /** Returns the history of all events so far; more may be added and built again. */
  public History<I, O> build() {
    return new History<>(operations, annotations);
  }
}
