package io.raftbed.report;

import io.raftbed.trace.EventKind;
import io.raftbed.trace.Moment;
import io.raftbed.trace.TraceEvent;
import io.raftbed.trace.TraceSink;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Keeps the last events of each node, and the few that tell most, and no more. */
public final class LastEvents implements TraceSink {

  private record Numbered(long number, TraceEvent event) {}

  private final int perNode;
  private final Set<Moment> moments;
  private final Map<Integer, Deque<Numbered>> byNode = new TreeMap<>();
  private final List<Numbered> telling = new ArrayList<>();
  private final Set<Integer> thrown = new HashSet<>();
  private long accepted;

  /**
   * Keeps up to {@code perNode} events of each node, and of the testbed; those of moments; and of
   * each node the first exception that a Future kept.
   */
  public LastEvents(int perNode, Collection<Moment> moments) {
    this.perNode = perNode;
    this.moments = Set.copyOf(moments);
  }

  @Override
  public void accept(TraceEvent event) {
    Deque<Numbered> events = byNode.computeIfAbsent(event.node(), node -> new ArrayDeque<>());
    if (events.size() >= perNode) {
      events.pollFirst();
    }
    Numbered numbered = new Numbered(accepted++, event);
    events.addLast(numbered);
    if (event.kind() == EventKind.EXCEPTION
        ? thrown.add(event.node())
        : !moments.isEmpty() && moments.contains(momentOf(event))) {
      telling.add(numbered);
    }
  }

  private static Moment momentOf(TraceEvent event) {
    return new Moment(event.node(), event.virtualNanos());
  }

  /**
   * Returns at most {@code limit} events in the order in which they happened: of each node the last
   * ones, and about equally many; and those that tell most.
   */
  public Excerpt latest(int limit) {
    List<Numbered> chosen = new ArrayList<>();
    List<Deque<Numbered>> nodes = byNode.values().stream().map(this::copy).toList();
    while (chosen.size() < limit && nodes.stream().anyMatch(node -> !node.isEmpty())) {
      nodes.stream()
          .filter(node -> !node.isEmpty())
          .limit(limit - chosen.size())
          .map(Deque::removeLast)
          .forEach(chosen::add);
    }
    List<TraceEvent> events =
        Stream.concat(chosen.stream(), telling.stream())
            .distinct()
            .sorted(Comparator.comparingLong(Numbered::number))
            .map(Numbered::event)
            .toList();
    return new Excerpt(events, moments, accepted);
  }

  private Deque<Numbered> copy(Deque<Numbered> events) {
    return new ArrayDeque<>(events);
  }

  /**
   * Some of a run's events.
   *
   * @param events in the order in which they happened
   * @param moments those whose events are among them, however old
   * @param total how many events the run had
   */
  public record Excerpt(List<TraceEvent> events, Set<Moment> moments, long total) {

    /** No events at all. */
    public static final Excerpt NONE = new Excerpt(List.of(), Set.of(), 0);

    public Excerpt {
      events = List.copyOf(events);
      moments = Set.copyOf(moments);
    }

    /** Whether an event tells more than the others. */
    boolean isMarked(TraceEvent event) {
      return event.kind() == EventKind.EXCEPTION || moments.contains(momentOf(event));
    }
  }
}
