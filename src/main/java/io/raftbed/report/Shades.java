package io.raftbed.report;

import io.raftbed.report.CutLinks.Trouble;
import io.raftbed.report.Shade.Fault;
import io.raftbed.trace.LinkDetail;
import io.raftbed.trace.TraceEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds when nodes were down, paused or cut off. */
final class Shades {

  /** A kind of trouble that a node can have besides others. */
  private enum Cause {
    CRASH,
    PAUSE,
    LINKS
  }

  private record Key(int node, Cause cause) {}

  private record Open(Fault fault, int from, String text) {}

  private final List<Integer> nodes;
  private final CutLinks links;
  private final Map<Key, Open> open = new HashMap<>();
  private final List<Shade> shades = new ArrayList<>();

  private Shades(List<Integer> nodes) {
    this.nodes = nodes;
    this.links = new CutLinks(nodes);
  }

  /**
   * Returns the times in the order of their beginnings.
   *
   * @param nodes all servers and clients
   */
  static List<Shade> of(List<TraceEvent> events, List<Integer> nodes) {
    Shades found = new Shades(nodes);
    for (int i = 0; i < events.size(); i++) {
      found.take(i, events.get(i));
    }
    for (int node : nodes) {
      for (Cause cause : Cause.values()) {
        found.end(new Key(node, cause), Shade.OPEN);
      }
    }
    found.shades.sort(Comparator.comparingInt(Shade::from).thenComparingInt(Shade::node));
    return found.shades;
  }

  private void take(int event, TraceEvent what) {
    Key crash = new Key(what.node(), Cause.CRASH);
    Key pause = new Key(what.node(), Cause.PAUSE);
    switch (what.kind()) {
      case CRASH -> {
        end(pause, event);
        begin(crash, new Open(Fault.DOWN, event, what.detail().toString()));
      }
      case BOOT -> end(crash, event);
      case PAUSE -> begin(pause, new Open(Fault.PAUSED, event, ""));
      case RESUME -> end(pause, event);
      case CUT, HEAL -> {
        if (what.detail() instanceof LinkDetail change) {
          links.take(change);
          nodes.forEach(node -> relink(node, event));
        }
      }
      default -> {}
    }
  }

  private void relink(int node, int event) {
    Key key = new Key(node, Cause.LINKS);
    Optional<Trouble> now = links.at(node);
    Optional<Trouble> before =
        Optional.ofNullable(open.get(key)).map(was -> new Trouble(was.fault(), was.text()));
    if (!now.equals(before)) {
      end(key, event);
      now.ifPresent(trouble -> begin(key, new Open(trouble.fault(), event, trouble.text())));
    }
  }

  private void begin(Key key, Open trouble) {
    open.putIfAbsent(key, trouble);
  }

  private void end(Key key, int event) {
    Open was = open.remove(key);
    if (was != null) {
      shades.add(new Shade(key.node(), was.fault(), was.from(), event, was.text()));
    }
  }
}
