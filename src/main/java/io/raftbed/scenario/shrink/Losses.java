package io.raftbed.scenario.shrink;

import io.raftbed.scenario.Scenario;
import io.raftbed.scenario.Step;
import io.raftbed.scenario.format.Parts;
import io.raftbed.scenario.format.RecordWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a scenario lost as it was shrunk: what its failure does not need. */
public final class Losses {
  private Losses() {}

  /** Returns a line for each sort of things. */
  public static List<String> words(Scenario before, Scenario after) {
    List<String> lines = new ArrayList<>();
    List<String> settings = new ArrayList<>();
    if (before.size() > after.size()) {
      settings.add(before.size() + " servers (" + after.size() + " do)");
    }
    lost(settings, "simulated disks", before.storage().isPresent(), after.storage().isPresent());
    lost(
        settings,
        "snapshots",
        before.snapshotEvery().isPresent(),
        after.snapshotEvery().isPresent());
    lost(settings, "a bad network", before.network().isPresent(), after.network().isPresent());
    lost(settings, "clients", before.clients().isPresent(), after.clients().isPresent());
    if (!settings.isEmpty()) {
      lines.add("Not needed: " + String.join(", ", settings) + ".");
    }
    String steps = steps(before, after);
    if (!steps.isEmpty()) {
      lines.add("Steps not needed: " + steps + ".");
    }
    return lines;
  }

  private static void lost(List<String> settings, String what, boolean before, boolean after) {
    if (before && !after) {
      settings.add(what);
    }
  }

  private static String steps(Scenario before, Scenario after) {
    Map<String, Integer> counts = new TreeMap<>();
    Parts.of(before.steps(), Step.class).forEach(step -> counts.merge(word(step), 1, Integer::sum));
    Parts.of(after.steps(), Step.class).forEach(step -> counts.merge(word(step), -1, Integer::sum));
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue() > 0)
        .map(entry -> entry.getValue() + " x " + entry.getKey())
        .collect(Collectors.joining(", "));
  }

  private static String word(Step step) {
    return RecordWriter.word((Record) step.action());
  }
}
