package io.raftbed.report;

import io.raftbed.trace.TraceEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A run to be replayed: what decides it, and what happened in it.
 *
 * @param test the test's name
 * @param seed its seed
 * @param schedule who ran next among the runnable threads, as the command line names it
 * @param server which server ran, as options of the command line; none for the reference
 * @param verdict how it ended, in a word
 * @param fingerprint of all that happened, as reports print it
 * @param events what happened, in order
 */
public record SavedRun(
    String test,
    long seed,
    String schedule,
    SortedMap<String, String> server,
    String verdict,
    String fingerprint,
    List<SavedEvent> events) {

  private static final int SHOWN_BEFORE = 3;

  public SavedRun {
    server = new TreeMap<>(server);
    events = List.copyOf(events);
  }

  /** Returns a run as a file holds it. */
  public static SavedRun of(
      String test,
      long seed,
      String schedule,
      Map<String, String> server,
      String verdict,
      String fingerprint,
      List<TraceEvent> events) {
    return new SavedRun(
        test,
        seed,
        schedule,
        new TreeMap<>(server),
        verdict,
        fingerprint,
        events.stream().map(SavedEvent::of).toList());
  }

  /**
   * Returns what is different in another run, which was to be the same: first the earliest event
   * that differs; nothing when they are the same.
   */
  public List<String> differencesOf(SavedRun now) {
    if (fingerprint.equals(now.fingerprint) && events.equals(now.events)) {
      return List.of();
    }
    int at = 0;
    while (at < Math.min(events.size(), now.events.size())
        && events.get(at).equals(now.events.get(at))) {
      at++;
    }
    List<String> lines = new ArrayList<>();
    if (at == events.size() && at == now.events.size()) {
      lines.add("the events are the same; threads ran in another order between them");
    } else {
      lines.add(
          "event %s of %s differs:".formatted(Numbers.count(at + 1), Numbers.count(events.size())));
      lines.add("  saved: " + wordsOf(events, at));
      lines.add("  now:   " + wordsOf(now.events, at));
      for (int i = Math.max(0, at - SHOWN_BEFORE); i < at; i++) {
        lines.add("  before, in both: " + events.get(i).words());
      }
    }
    lines.add("saved: %s, fingerprint %s".formatted(verdict, fingerprint));
    lines.add("now:   %s, fingerprint %s".formatted(now.verdict, now.fingerprint));
    return lines;
  }

  private static String wordsOf(List<SavedEvent> events, int at) {
    return at < events.size() ? events.get(at).words() : "the run has ended";
  }
}
