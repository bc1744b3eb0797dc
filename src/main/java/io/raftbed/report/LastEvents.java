package io.raftbed.report;

import io.raftbed.trace.TraceEvent;
import io.raftbed.trace.TraceSink;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Keeps the last events of each node, and no more. */
public final class LastEvents implements TraceSink {

  private record Numbered(long number, TraceEvent event) {}

  private final int perNode;
  private final Map<Integer, Deque<Numbered>> byNode = new TreeMap<>();
  private long accepted;

  /** Keeps up to {@code perNode} events of each node, and of the testbed. */
  public LastEvents(int perNode) {
    this.perNode = perNode;
  }

  @Override
  public void accept(TraceEvent event) {
    Deque<Numbered> events = byNode.computeIfAbsent(event.node(), node -> new ArrayDeque<>());
    if (events.size() == perNode) {
      events.removeFirst();
    }
    events.addLast(new Numbered(accepted++, event));
  }

  /**
   * Returns at most {@code limit} events in the order in which they happened: of each node the last
   * ones, and about equally many.
   */
  public List<TraceEvent> latest(int limit) {
    List<Numbered> chosen = new ArrayList<>();
    List<Deque<Numbered>> nodes = byNode.values().stream().map(this::copy).toList();
    while (chosen.size() < limit && nodes.stream().anyMatch(node -> !node.isEmpty())) {
      nodes.stream()
          .filter(node -> !node.isEmpty())
          .limit(limit - chosen.size())
          .map(Deque::removeLast)
          .forEach(chosen::add);
    }
    return chosen.stream()
        .sorted(Comparator.comparingLong(Numbered::number))
        .map(Numbered::event)
        .toList();
  }

  private Deque<Numbered> copy(Deque<Numbered> events) {
    return new ArrayDeque<>(events);
  }
}
